package org.spolia.symbolic.special;

/** {@link Exponential} in single precision, within 1 ulp, with fewer terms and without a separate case for extremes. */
public final class SingleExponential {

    static final float LOG2_E = (float) Exponential.LOG2_E;
    /** ln 2 = HIGH + LOW; HIGH has 15 bits, so that k HIGH is exact. */
    static final float LN_2_HIGH = 0.693145751953125f;

    static final float LN_2_LOW = 1.428606765330187e-06f;

    static final float Q0 = 0.49999988079071045f;
    static final float Q1 = 0.166665181517601f;
    static final float Q2 = 0.04166964814066887f;
    static final float Q3 = 0.008368946611881256f;
    static final float Q4 = 0.0013745329342782497f;

    /** Beyond these the result is infinite or 0, and 2^(k/2) is still a normal number. */
    static final float HIGHEST = 89;

    static final float LOWEST = -104;

    private SingleExponential() {}

    /**
     * Multiplies by 2^k in two halves, because 2^k itself may overflow or be subnormal; only the last product rounds.
     */
    public static float exp(float x) {
        float v = x > HIGHEST ? HIGHEST : x < LOWEST ? LOWEST : x;
        float shifted = Math.fma(v, LOG2_E, SingleBits.ROUND);
        int power = Float.floatToRawIntBits(shifted);
        int half = power >>> 1;
        float first = Float.intBitsToFloat((half << SingleBits.EXPONENT_SHIFT) + SingleBits.ONE);
        float second = Float.intBitsToFloat(((power - half) << SingleBits.EXPONENT_SHIFT) + SingleBits.ONE);
        float k = shifted - SingleBits.ROUND;
        float r = Math.fma(k, -LN_2_LOW, Math.fma(k, -LN_2_HIGH, v));
        float z = r * r;
        float even = Math.fma(Math.fma(z, Q4, Q2), z, Q0);
        float odd = Math.fma(z, Q3, Q1);
        return Math.fma(Math.fma(Math.fma(odd, r, even), r, 1), r, 1) * first * second;
    }
}
