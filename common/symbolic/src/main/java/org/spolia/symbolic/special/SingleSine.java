package org.spolia.symbolic.special;

/**
 * {@link Sine} in single precision, within 2 ulp, with fewer terms and without the rounding error of r. From 2^13 in
 * magnitude on, it is computed in double precision.
 */
public final class SingleSine {

    static final float LIMIT = 0x1p13f;
    static final float TWO_OVER_PI = (float) Sine.TWO_OVER_PI;

    static final float HALF_PI_1 = 1.5707963705062866f;
    static final float HALF_PI_2 = -4.371138828673793e-08f;
    static final float HALF_PI_3 = -1.7151245100058819e-15f;

    static final float S0 = -0.16666655242443085f;
    static final float S1 = 0.008332191966474056f;
    static final float S2 = -0.00019518786575645208f;

    private SingleSine() {}

    public static float sin(float x) {
        if (Math.abs(x) < LIMIT) {
            return turned(x, 0, Float.floatToRawIntBits(x) & SingleBits.SIGN);
        }
        return (float) Sine.sin(x);
    }

    public static float cos(float x) {
        if (Math.abs(x) < LIMIT) {
            return turned(x, 1, 0);
        }
        return (float) Sine.cos(x);
    }

    /** The sine of |x| + quarters * pi/2, negated if `sign` is set. */
    private static float turned(float x, int quarters, int sign) {
        float a = Math.abs(x);
        float shifted = Math.fma(a, TWO_OVER_PI, SingleBits.ROUND);
        float k = shifted - SingleBits.ROUND;
        int quadrant = Float.floatToRawIntBits(shifted) + quarters;
        int odd = quadrant & 1;
        float half = Float.intBitsToFloat(SingleBits.ONE - (odd << SingleBits.EXPONENT_SHIFT));
        float t = Math.fma(k, -HALF_PI_1, a);
        float r = Math.fma(k, -HALF_PI_3, Math.fma(k, -HALF_PI_2, t)) * half;
        float z = r * r;
        float p = Math.fma(Math.fma(z, S2, S1), z, S0);
        float s = Math.fma(r * z, p, r);
        float y = odd == 0 ? s : Math.fma(s * -2, s, 1);
        int flip = (quadrant & 2) << 30 ^ sign;
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ flip);
    }
}
