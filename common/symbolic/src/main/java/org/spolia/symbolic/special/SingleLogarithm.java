package org.spolia.symbolic.special;

/**
 * {@link Logarithm} in single precision, within 1 ulp, with fewer terms. Values that are not positive and normal are
 * computed in double precision.
 */
public final class SingleLogarithm {

    static final float LN_2_HIGH = SingleExponential.LN_2_HIGH;
    static final float LN_2_LOW = SingleExponential.LN_2_LOW;

    static final float R0 = 0.6666677594184875f;
    static final float R1 = 0.3997758626937866f;
    static final float R2 = 0.2987070679664612f;

    static final int SQRT_HALF = 0x3f35_04f3;
    /** Carries into the exponent field when the fraction reaches that of sqrt(2). */
    static final int CARRY = SingleBits.ONE - SQRT_HALF;
    /** The difference between the exponent field or-ed into 2^23 and k. */
    static final float BIAS = SingleBits.TWO_23 + SingleBits.EXPONENT_BIAS;

    private SingleLogarithm() {}

    public static float log(float x) {
        if (!(x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE)) {
            return (float) Logarithm.log(x);
        }
        int carried = Float.floatToRawIntBits(x) + CARRY;
        float k = Float.intBitsToFloat(carried >>> SingleBits.EXPONENT_SHIFT | SingleBits.TWO_23_BITS) - BIAS;
        float m = Float.intBitsToFloat((carried & SingleBits.FRACTION) + SQRT_HALF);
        float f = m - 1;
        float s = f / (m + 1);
        float z = s * s;
        float g = Math.fma(Math.fma(Math.fma(z, -R2, -R1), z, -R0), z, f);
        return Math.fma(k, LN_2_HIGH, f - Math.fma(s, g, k * -LN_2_LOW));
    }
}
