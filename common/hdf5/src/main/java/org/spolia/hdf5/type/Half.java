package org.spolia.hdf5.type;

/** Half-precision numbers of IEEE 754, for which Java 17 has no conversion. Each is exact as a float. */
final class Half {
    private Half() {}

    static float toFloat(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >>> 10 & 0x1f;
        int mantissa = bits & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f800000 | mantissa << 13);
        }
        if (exponent > 0) {
            return Float.intBitsToFloat(sign | (exponent + 112) << 23 | mantissa << 13);
        }
        float magnitude = mantissa * 0x1p-24f;
        return sign == 0 ? magnitude : -magnitude;
    }
}
