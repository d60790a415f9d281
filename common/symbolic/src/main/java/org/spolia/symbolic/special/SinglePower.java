package org.spolia.symbolic.special;

/**
 * {@link Power} of floats, within 1 ulp: the logarithm and the exponential of doubles with fewer terms, because a
 * relative error of 2^-33 vanishes when the result is rounded. Floats are normal as doubles, so fewer cases remain;
 * these are computed in double precision.
 */
public final class SinglePower {

    static final double LN_2 = 0.6931471805599453;

    static final double R0 = 0.6666666667603587;
    static final double R1 = 0.3999999555929768;
    static final double R2 = 0.28572114739974047;
    static final double R3 = 0.22175984007131974;
    static final double R4 = 0.19586806801691975;

    static final double Q0 = 0.5000000078176722;
    static final double Q1 = 0.16666666163583166;
    static final double Q2 = 0.04166627012777322;
    static final double Q3 = 0.008333430015121882;
    static final double Q4 = 0.0013946032144274037;
    static final double Q5 = 0.0001982656959151701;

    /** Beyond this the result is 0 or infinite as a float. */
    static final double CLAMP = 120;

    private SinglePower() {}

    public static float pow(float x, float y) {
        return (float) wide(x, y);
    }

    /** For arguments that are floats. The result is not yet rounded to floats. */
    public static double wide(double x, double y) {
        double size = Math.abs(x);
        boolean zero = x == 0;
        if (!(Math.abs(y) < Power.PLAIN_EXPONENT && size <= Double.MAX_VALUE && (y > 0 || !zero))) {
            return Power.pow(x, y);
        }
        double product = y * logarithm(zero ? 1 : size);
        double power = zero ? 0 : exponential(product > CLAMP ? CLAMP : product < -CLAMP ? -CLAMP : product);
        double rounded = y + Bits.ROUND;
        if (rounded - Bits.ROUND != y) {
            return x < 0 ? Double.NaN : power;
        }
        long parity = Double.doubleToRawLongBits(rounded) << 63;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(power) ^ Double.doubleToRawLongBits(x) & parity);
    }

    private static double logarithm(double x) {
        long carried = Double.doubleToRawLongBits(x) + Logarithm.CARRY;
        double k = Double.longBitsToDouble(carried >>> Bits.EXPONENT_SHIFT | Bits.TWO_52_BITS) - Logarithm.BIAS;
        double m = Double.longBitsToDouble((carried & Bits.FRACTION) + Logarithm.SQRT_HALF);
        double f = m - 1;
        double s = f / (m + 1);
        double z = s * s;
        double w = z * z;
        double even = Math.fma(Math.fma(w, R4, R2), w, R0);
        double odd = Math.fma(w, R3, R1);
        double twice = s + s;
        return Math.fma(k, LN_2, Math.fma(s * z, Math.fma(odd, z, even), twice));
    }

    private static double exponential(double x) {
        double shifted = Math.fma(x, Exponential.LOG2_E, Bits.ROUND);
        double r = Math.fma(shifted - Bits.ROUND, -LN_2, x);
        double z = r * r;
        double even = Math.fma(Math.fma(z, Q4, Q2), z, Q0);
        double odd = Math.fma(Math.fma(z, Q5, Q3), z, Q1);
        double y = Math.fma(Math.fma(Math.fma(odd, r, even), r, 1), r, 1);
        long power = Double.doubleToRawLongBits(shifted) << Bits.EXPONENT_SHIFT;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + power);
    }
}
