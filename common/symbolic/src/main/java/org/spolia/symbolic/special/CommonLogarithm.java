package org.spolia.symbolic.special;

/**
 * The logarithms to base 2 and to base 10, within 1.2 ulp, exact at the powers of the base that are doubles; NaN below
 * zero, minus infinity at zero of either sign.
 *
 * <p>x = 2^k (1 + f) and log(1 + f) = f - v as in {@link Logarithm}; the products of k and f with the factors of the
 * base are kept in two parts.
 */
public final class CommonLogarithm {

    static final double LOG2_E_HIGH = 1.4426950408889634;
    static final double LOG2_E_LOW = 2.0355273740931033e-17;
    /** log10(2) = HIGH + LOW; HIGH has 42 bits, so that k HIGH is exact. */
    static final double LOG10_2_HIGH = 0.30102999566395283;

    static final double LOG10_2_LOW = 2.8363394551044964e-14;
    static final double LOG10_E_HIGH = 0.4342944819032518;
    static final double LOG10_E_LOW = 1.098319650216765e-17;

    private CommonLogarithm() {}

    public static double log2(double x) {
        return log(x, 1, 0, LOG2_E_HIGH, LOG2_E_LOW);
    }

    public static double log10(double x) {
        return log(x, LOG10_2_HIGH, LOG10_2_LOW, LOG10_E_HIGH, LOG10_E_LOW);
    }

    private static double log(double x, double twoHigh, double twoLow, double eHigh, double eLow) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            return normal(x, Logarithm.BIAS, twoHigh, twoLow, eHigh, eLow);
        }
        if (!(x >= 0)) {
            return Double.NaN;
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > 1
                ? x
                : normal(x * Logarithm.SCALE, Logarithm.BIAS + Logarithm.SCALE_POWER, twoHigh, twoLow, eHigh, eLow);
    }

    private static double normal(double x, double bias, double twoHigh, double twoLow, double eHigh, double eLow) {
        double k = Logarithm.power(x, bias);
        double f = Logarithm.fraction(x);
        double v = Logarithm.correction(f, -0.0); // This adds nothing to a zero of either sign.
        double t = f * eHigh;
        double low = Math.fma(f, eLow, Math.fma(f, eHigh, -t));
        low = Math.fma(k, twoLow, Math.fma(-v, eHigh, low));
        double whole = k * twoHigh;
        double high = whole + t;
        return high + (whole - high + t + low);
    }
}
