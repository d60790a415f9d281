package org.spolia.symbolic.special;

/** {@link Bits} for floats. */
final class SingleBits {

    /** Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the sum, for values below 2^22 in magnitude. */
    static final float ROUND = 0x1.8p23f;
    /** A positive integer below 2^23 or-ed into the bits of 2^23 gives that number plus 2^23. */
    static final float TWO_23 = 0x1p23f;

    static final int EXPONENT_SHIFT = 23;
    static final int EXPONENT_BIAS = 127;
    static final int FRACTION = 0x007f_ffff;
    static final int SIGN = 0x8000_0000;
    static final int ONE = 0x3f80_0000;
    static final int TWO_23_BITS = 0x4b00_0000;

    private SingleBits() {}
}
