package org.spolia.embedding;

/** Half-precision numbers of IEEE 754, for which Java 17 has no conversion. */
public final class HalfPrecision {
    private static final int SIGN = 0x8000;
    private static final int INFINITE = 0x7c00;
    /** From here on, numbers round to infinity. */
    private static final float TOO_LARGE = 65520f;
    /** The smallest normal number. */
    private static final float NORMAL = 0x1p-14f;

    private HalfPrecision() {}

    /** Returns the bits of the nearest number, ties to even; numbers beyond the largest become infinite. */
    public static short bits(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & SIGN;
        float size = Math.abs(value);
        if (!(size < TOO_LARGE)) {
            return (short) (sign | INFINITE | (Float.isNaN(value) ? 0x200 : 0));
        }
        if (size < NORMAL) {
            // Adding 0.5 leaves units of 2^-24, rounded by the addition itself.
            return (short) (sign | Float.floatToRawIntBits(size + 0.5f) - Float.floatToRawIntBits(0.5f));
        }
        int rounded = (bits & 0x7fffffff) + 0xfff + (bits >>> 13 & 1);
        return (short) (sign | (rounded >>> 13) - (112 << 10));
    }

    /** Returns the number with these bits. */
    public static float value(short bits) {
        int exponent = bits >>> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float size = exponent == 0
                ? fraction * 0x1p-24f
                : Float.intBitsToFloat((exponent == 0x1f ? 0xff : exponent + 112) << 23 | fraction << 13);
        return bits < 0 ? -size : size;
    }
}
