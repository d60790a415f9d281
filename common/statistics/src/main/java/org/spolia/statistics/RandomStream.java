package org.spolia.statistics;

/**
 * Random numbers as a function of a seed and the number of a stream: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 */
public final class RandomStream {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /**
     * Creates the stream with this number. Different numbers give independent streams, so draws may be made in any
     * order.
     */
    public static RandomStream of(long seed, long number) {
        return new RandomStream(mix(mix(seed + GOLDEN) + number + GOLDEN));
    }

    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    double uniform() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 … bound - 1, up to a bias below bound / 2^32. */
    public int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** Shuffles the values (Fisher and Yates). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int moved = values[i];
            values[i] = values[j];
            values[j] = moved;
        }
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
