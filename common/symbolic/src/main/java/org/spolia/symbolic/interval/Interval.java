package org.spolia.symbolic.interval;

/**
 * All numbers from one to another, including infinite ends; {@link #NOWHERE} stands for a value that is undefined
 * somewhere. Ends are not rounded outwards (Moore, Interval Analysis, 1966, has the rules).
 *
 * @param low at most {@code high}
 */
public record Interval(double low, double high) {
    /** All numbers. */
    public static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** An undefined value: no property holds. */
    public static final Interval NOWHERE = new Interval(Double.NaN, Double.NaN);

    static final Interval ZERO = new Interval(0, 0);
    static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

    static Interval of(double value) {
        return Double.isNaN(value) ? NOWHERE : new Interval(value, value);
    }

    static Interval hull(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b) ? NOWHERE : new Interval(Math.min(a, b), Math.max(a, b));
    }

    Interval hull(Interval other) {
        return hull(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Whether every number of the interval is at least this. */
    public boolean isAtLeast(double limit) {
        return low >= limit;
    }

    /** Whether every number of the interval is at most this. */
    public boolean isAtMost(double limit) {
        return high <= limit;
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Returns whether it contains 0 and no other number. */
    boolean isZero() {
        return low == 0 && high == 0;
    }

    Interval negated() {
        return new Interval(-high, -low);
    }

    Interval plus(Interval other) {
        return hull(low + other.low, high + other.high);
    }

    Interval minus(Interval other) {
        return plus(other.negated());
    }

    Interval times(Interval other) {
        double a = product(low, other.low);
        double b = product(low, other.high);
        double c = product(high, other.low);
        double d = product(high, other.high);
        return hull(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    Interval times(double factor) {
        return times(of(factor));
    }

    /** An infinite end stands for arbitrarily large numbers, whose products with 0 are 0. */
    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 * finite(a) * finite(b) : a * b;
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? 1 : value;
    }

    Interval inverse() {
        return low > 0 || high < 0 ? hull(1 / low, 1 / high) : NOWHERE;
    }

    /** Like {@link #inverse}, for derivatives, which may be unbounded if 0 is an end. */
    Interval inverseOfSign() {
        if (low == 0 && high > 0) {
            return new Interval(1 / high, Double.POSITIVE_INFINITY);
        }
        return high == 0 && low < 0 ? new Interval(Double.NEGATIVE_INFINITY, 1 / low) : inverse();
    }

    Interval square() {
        return magnitude().powerOfMagnitude(2);
    }

    Interval magnitude() {
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return hull(contains(0) ? 0 : Math.min(Math.abs(low), Math.abs(high)), largest);
    }

    private Interval powerOfMagnitude(int exponent) {
        double lowPower = 1;
        double highPower = 1;
        for (int i = 0; i < exponent; i++) {
            lowPower *= low;
            highPower *= high;
        }
        return hull(lowPower, highPower);
    }

    /** Raises to an integer power. */
    Interval power(int exponent) {
        if (exponent < 0) {
            return power(-exponent).inverse();
        }
        if (exponent % 2 == 0) {
            return magnitude().powerOfMagnitude(exponent);
        }
        return powerOfMagnitude(exponent);
    }
}
