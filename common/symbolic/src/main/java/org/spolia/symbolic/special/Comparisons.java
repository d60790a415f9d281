package org.spolia.symbolic.special;

/** Operators that choose or compare. A comparison with NaN is NaN. */
public final class Comparisons {
    private Comparisons() {}

    /** Returns 1 if x > y, otherwise 0. */
    public static double greater(double x, double y) {
        return x > y ? 1 : x <= y ? 0 : Double.NaN;
    }

    /** Returns 1 if x >= y, otherwise 0. */
    public static double greaterOrEqual(double x, double y) {
        return x >= y ? 1 : x < y ? 0 : Double.NaN;
    }

    /** Returns 1 if at least one of both is positive, otherwise 0. */
    public static double or(double x, double y) {
        return greater(Math.max(x, y), 0);
    }

    /** Returns 1 if both are positive, otherwise 0. */
    public static double and(double x, double y) {
        return greater(Math.min(x, y), 0);
    }

    /** Returns y if x is positive, otherwise 0. */
    public static double cond(double x, double y) {
        return x > 0 ? y : x <= 0 ? 0 : Double.NaN;
    }

    /** The remainder with the sign of the divisor. */
    public static double mod(double x, double y) {
        double remainder = x % y;
        if (remainder == 0) {
            return Math.copySign(remainder, y);
        }
        return remainder > 0 == y > 0 ? remainder : remainder + y;
    }
}
