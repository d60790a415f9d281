package org.spolia.symbolic.special;

/** The arc sine of {@link ArcSine} in single precision, within 2 ulp, with fewer terms. */
public final class SingleArcSine {

    /** pi / 2 = HALF_PI + HALF_PI_LOW. */
    static final float HALF_PI = SingleSine.HALF_PI_1;

    static final float HALF_PI_LOW = SingleSine.HALF_PI_2;

    static final float A0 = 0.16666753590106964f;
    static final float A1 = 0.07495276629924774f;
    static final float A2 = 0.04547145217657089f;
    static final float A3 = 0.024178795516490936f;
    static final float A4 = 0.04216250032186508f;

    private SingleArcSine() {}

    public static float asin(float x) {
        float a = Math.abs(x);
        boolean large = a > 0.5f;
        float z = large ? Math.fma(a, -0.5f, 0.5f) : a * a;
        float s = large ? (float) Math.sqrt(z) : a;
        float p = Math.fma(Math.fma(Math.fma(Math.fma(z, A4, A3), z, A2), z, A1), z, A0);
        float t = Math.fma(s * z, p, s);
        float y = large ? Math.fma(t, -2, HALF_PI_LOW) + HALF_PI : t;
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ Float.floatToRawIntBits(x) & SingleBits.SIGN);
    }
}
