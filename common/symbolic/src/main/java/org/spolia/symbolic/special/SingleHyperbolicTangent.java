package org.spolia.symbolic.special;

/** {@link HyperbolicTangent} in single precision, within 2 ulp, with fewer terms. */
public final class SingleHyperbolicTangent {

    /** From here on the result rounds to 1. */
    static final float CLAMP = 10;

    static final float QUARTER_LN_2 = (float) HyperbolicTangent.QUARTER_LN_2;
    static final float TWO_LOG2_E = 2 * SingleExponential.LOG2_E;
    static final float HALF_LN_2_HIGH = SingleExponential.LN_2_HIGH / 2;
    static final float HALF_LN_2_LOW = SingleExponential.LN_2_LOW / 2;

    static final float T0 = -0.33333322405815125f;
    static final float T1 = 0.1333242505788803f;
    static final float T2 = -0.05373448133468628f;
    static final float T3 = 0.01947660557925701f;

    private SingleHyperbolicTangent() {}

    public static float tanh(float x) {
        float a = Math.abs(x);
        if (a > CLAMP) {
            a = CLAMP;
        }
        float shifted = Math.fma(a - QUARTER_LN_2, TWO_LOG2_E, SingleBits.ROUND);
        float k = shifted - SingleBits.ROUND;
        float r = Math.fma(k, -HALF_LN_2_LOW, Math.fma(k, -HALF_LN_2_HIGH, a));
        float z = r * r;
        float p = Math.fma(Math.fma(Math.fma(z, T3, T2), z, T1), z, T0);
        float t = Math.fma(r * z, p, r);
        int power = Float.floatToRawIntBits(shifted) << SingleBits.EXPONENT_SHIFT;
        float scale = Float.intBitsToFloat(power + SingleBits.ONE);
        float n = Math.fma(scale + 1, t, scale - 1);
        float y = n / (n + Math.fma(-2, t, 2));
        int sign = Float.floatToRawIntBits(x) & SingleBits.SIGN;
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ sign);
    }
}
