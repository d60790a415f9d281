package org.spolia.sky;

/** Numbers whose binary digits alternate between those of two others: the Morton order of nested cells. */
final class MortonCode {
    private static final long[] MASKS = {
        0x00000000ffffffffL,
        0x0000ffff0000ffffL,
        0x00ff00ff00ff00ffL,
        0x0f0f0f0f0f0f0f0fL,
        0x3333333333333333L,
        0x5555555555555555L
    };

    private MortonCode() {}

    static long interleave(int even, int odd) {
        return spread(even) | (spread(odd) << 1);
    }

    static int even(long interleaved) {
        long bits = interleaved & MASKS[5];
        for (int i = 4; i >= 0; i--) {
            bits = (bits | (bits >>> (16 >> i))) & MASKS[i];
        }
        return (int) bits;
    }

    static int odd(long interleaved) {
        return even(interleaved >>> 1);
    }

    private static long spread(int number) {
        long bits = number & MASKS[0];
        for (int i = 1; i <= 5; i++) {
            bits = (bits | (bits << (32 >> i))) & MASKS[i];
        }
        return bits;
    }
}
