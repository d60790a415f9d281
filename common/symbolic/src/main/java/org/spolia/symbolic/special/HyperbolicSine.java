package org.spolia.symbolic.special;

/**
 * Hyperbolic sine and cosine, within 2 ulp on the whole line.
 *
 * <p>|x| = k ln 2 + r with {@code 0 <= r <= ln 2} up to rounding; sinh(r) = r + r z S(z) and cosh(r) = 1 + z C(z) with
 * z = r^2. With p = (2^k + 2^-k) / 2 and m = (2^k - 2^-k) / 2 the addition theorems give sinh|x| = m cosh(r) + p
 * sinh(r) and cosh(x) = p cosh(r) + m sinh(r), where no sum cancels.
 */
public final class HyperbolicSine {

    /** Up to here 2^k and 2^-k are normal numbers; beyond, both functions are e^|x| / 2. */
    static final double PLAIN = 700;
    /** Subtracted before rounding, to round down. */
    static final double HALF_LN_2 = 0.34657359027997264;

    static final double S0 = 0.16666666666666657;
    static final double S1 = 0.008333333333336843;
    static final double S2 = 0.00019841269836715002;
    static final double S3 = 2.7557321977082347e-06;
    static final double S4 = 2.5051261276424303e-08;
    static final double S5 = 1.6187738399027947e-10;

    static final double C0 = 0.5;
    static final double C1 = 0.04166666666668632;
    static final double C2 = 0.0013888888884799916;
    static final double C3 = 2.480159039441614e-05;
    static final double C4 = 2.7556230808699586e-07;
    static final double C5 = 2.1057703862575344e-09;

    private HyperbolicSine() {}

    public static double sinh(double x) {
        long sign = Double.doubleToRawLongBits(x) & Bits.SIGN;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(combined(Math.abs(x), -1)) ^ sign);
    }

    public static double cosh(double x) {
        return combined(Math.abs(x), 1);
    }

    /** (e^a + which * e^-a) / 2. */
    private static double combined(double a, double which) {
        if (!(a < PLAIN)) {
            return halfExponential(a);
        }
        double shifted = Math.fma(a - HALF_LN_2, Exponential.LOG2_E, Bits.ROUND);
        double k = shifted - Bits.ROUND;
        double r = Math.fma(k, -Exponential.LN_2_LOW, Math.fma(k, -Exponential.LN_2_HIGH, a));
        double z = r * r;
        double w = z * z;
        double sine = Math.fma(
                r * z, Math.fma(Math.fma(Math.fma(w, S5, S3), w, S1), z, Math.fma(Math.fma(w, S4, S2), w, S0)), r);
        double cosine = z * Math.fma(Math.fma(Math.fma(w, C5, C3), w, C1), z, Math.fma(Math.fma(w, C4, C2), w, C0));
        long power = Double.doubleToRawLongBits(shifted) << Bits.EXPONENT_SHIFT;
        double up = Double.longBitsToDouble(Bits.HALF + power);
        double down = Double.longBitsToDouble(Bits.HALF - power) * which;
        double first = up + down;
        return first + Math.fma(first, cosine, (up - down) * sine);
    }

    private static double halfExponential(double a) {
        if (a > Exponential.CLAMP) {
            return Double.POSITIVE_INFINITY;
        }
        double high = a - Exponential.LN_2_HIGH;
        double low = a - high - Exponential.LN_2_HIGH - Exponential.LN_2_LOW;
        return Exponential.exp(high, low);
    }
}
