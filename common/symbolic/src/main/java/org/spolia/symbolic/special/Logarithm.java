package org.spolia.symbolic.special;

/**
 * The natural logarithm, within 1 ulp: NaN below zero, minus infinity at zero of either sign.
 *
 * <p>x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2). With s = f / (2 + f), log(1 + f) is
 * log((1 + s) / (1 - s)) = 2 s + s z R(z), z = s^2, and 2 s = f - s f, so that the leading term f is exact
 * (Tang, ACM TOMS 16, 1990).
 */
public final class Logarithm {

    /** ln 2 = HIGH + LOW; HIGH has 42 bits, so that k HIGH is exact. */
    static final double LN_2_HIGH = Exponential.LN_2_HIGH;

    static final double LN_2_LOW = Exponential.LN_2_LOW;

    static final double R0 = 0.6666666666666736;
    static final double R1 = 0.3999999999940528;
    static final double R2 = 0.2857142874413959;
    static final double R3 = 0.22222198415578567;
    static final double R4 = 0.18183571721190672;
    static final double R5 = 0.15313876171678634;
    static final double R6 = 0.1479758248371387;

    static final long SQRT_HALF = 0x3fe6_a09e_0000_0000L;
    /** Carries into the exponent field when the fraction reaches that of sqrt(2). */
    static final long CARRY = Bits.ONE - SQRT_HALF;
    /** The difference between the exponent field or-ed into 2^52 and k. */
    static final double BIAS = Bits.TWO_52 + Bits.EXPONENT_BIAS;

    /** Makes a subnormal number normal. */
    static final double SCALE = 0x1p54;

    static final double SCALE_POWER = 54;

    private Logarithm() {}

    public static double log(double x) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            return normal(x, BIAS);
        }
        if (!(x >= 0)) {
            return Double.NaN;
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > 1 ? x : normal(x * SCALE, BIAS + SCALE_POWER);
    }

    /** The logarithm of a positive normal number; `bias` undoes the scaling of x. */
    static double normal(double x, double bias) {
        double k = power(x, bias);
        return Math.fma(k, LN_2_HIGH, remainder(x, k));
    }

    /** k. */
    static double power(double x, double bias) {
        long carried = Double.doubleToRawLongBits(x) + CARRY;
        return Double.longBitsToDouble(carried >>> Bits.EXPONENT_SHIFT | Bits.TWO_52_BITS) - bias;
    }

    /** f, which is exact. */
    static double fraction(double x) {
        long carried = Double.doubleToRawLongBits(x) + CARRY;
        return Double.longBitsToDouble((carried & Bits.FRACTION) + SQRT_HALF) - 1;
    }

    /** log(x) - k LN_2_HIGH. */
    static double remainder(double x, double k) {
        double f = fraction(x);
        return f - correction(f, k * -LN_2_LOW);
    }

    /** f - log(1 + f) + added, with one rounding for the last product and the sum. */
    static double correction(double f, double added) {
        double s = f / (f + 2);
        double z = s * s;
        double w = z * z;
        double even = Math.fma(Math.fma(Math.fma(w, -R6, -R4), w, -R2), w, -R0);
        double odd = Math.fma(Math.fma(w, -R5, -R3), w, -R1);
        double g = Math.fma(Math.fma(odd, z, even), z, f);
        return Math.fma(s, g, added);
    }
}
