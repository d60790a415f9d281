package org.spolia.symbolic.special;

/** Constants for working on the bits of a double: the fields of IEEE 754, and the rounding trick. */
final class Bits {

    /** Adding 1.5 * 2^52 leaves the nearest integer in the low bits of the sum, for values below 2^51 in magnitude. */
    static final double ROUND = 0x1.8p52;
    /** A positive integer below 2^52 or-ed into the bits of 2^52 gives that number plus 2^52. */
    static final double TWO_52 = 0x1p52;

    static final int EXPONENT_SHIFT = 52;
    static final int EXPONENT_BIAS = 1023;
    static final long FRACTION = 0x000f_ffff_ffff_ffffL;
    static final long SIGN = 0x8000_0000_0000_0000L;
    static final long HALF = 0x3fe0_0000_0000_0000L;
    static final long ONE = 0x3ff0_0000_0000_0000L;
    static final long TWO_52_BITS = 0x4330_0000_0000_0000L;

    private Bits() {}
}
