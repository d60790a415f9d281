package org.spolia.symbolic.special;

/**
 * The hyperbolic tangent, within 2 ulp on the whole line.
 *
 * <p>|x| = k ln 2 / 2 + r with {@code 0 <= r <= ln 2 / 2} up to rounding, t = tanh(r) = r + r z T(z) with z = r^2, and
 * by the addition theorem tanh|x| = n / (n + 2 (1 - t)) with n = 2^k - 1 + (2^k + 1) t. Because r is never negative,
 * nothing cancels. Because n is also in the denominator, its rounding error hardly matters where the result is near 1.
 */
public final class HyperbolicTangent {

    /** From here on the result rounds to 1. */
    static final double CLAMP = 20;
    /** Subtracted before rounding, to round down. */
    static final double QUARTER_LN_2 = 0.17328679513998632;

    static final double TWO_LOG2_E = 2 * Exponential.LOG2_E;
    static final double HALF_LN_2_HIGH = Exponential.LN_2_HIGH / 2;
    static final double HALF_LN_2_LOW = Exponential.LN_2_LOW / 2;

    static final double T0 = -0.3333333333333261;
    static final double T1 = 0.13333333333140085;
    static final double T2 = -0.05396825379058085;
    static final double T3 = 0.02186948060272141;
    static final double T4 = -0.008863038790602617;
    static final double T5 = 0.0035892703060522576;
    static final double T6 = -0.0014315353246387116;
    static final double T7 = 0.00047651645277945696;

    private HyperbolicTangent() {}

    public static double tanh(double x) {
        double a = Math.abs(x);
        if (a > CLAMP) {
            a = CLAMP;
        }
        double shifted = Math.fma(a - QUARTER_LN_2, TWO_LOG2_E, Bits.ROUND);
        double k = shifted - Bits.ROUND;
        double r = Math.fma(k, -HALF_LN_2_LOW, Math.fma(k, -HALF_LN_2_HIGH, a));
        double z = r * r;
        double w = z * z;
        double even = Math.fma(Math.fma(Math.fma(w, T6, T4), w, T2), w, T0);
        double odd = Math.fma(Math.fma(Math.fma(w, T7, T5), w, T3), w, T1);
        double t = Math.fma(r * z, Math.fma(odd, z, even), r);
        long power = Double.doubleToRawLongBits(shifted) << Bits.EXPONENT_SHIFT;
        double scale = Double.longBitsToDouble(power + Bits.ONE);
        double n = Math.fma(scale + 1, t, scale - 1);
        double y = n / (n + Math.fma(-2, t, 2));
        long sign = Double.doubleToRawLongBits(x) & Bits.SIGN;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ sign);
    }
}
