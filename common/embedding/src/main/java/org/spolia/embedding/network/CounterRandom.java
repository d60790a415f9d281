package org.spolia.embedding.network;

/** Random numbers as a function of a key and a counter, equal on every machine. */
public final class CounterRandom {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private CounterRandom() {}

    /** Returns the key for one use of a seed. */
    public static long key(long seed, long use) {
        return mix(mix(seed + GOLDEN_GAMMA) + use);
    }

    /** Returns 64 random bits. */
    public static long bits(long key, long counter) {
        return mix(mix(key + GOLDEN_GAMMA * (counter + 1)) + key);
    }

    /** Returns a number from 0 to bound - 1. */
    public static int below(int bound, long key, long counter) {
        return (int) (((bits(key, counter) >>> 33) * bound) >>> 31);
    }

    /**
     * Returns a standard normal number by Box and Muller; StrictMath, because Math may round differently on another
     * JDK.
     */
    public static double normal(long key, long counter) {
        double radius = ((bits(key, 2 * counter) >>> 11) + 1) * 0x1p-53;
        double angle = (bits(key, 2 * counter + 1) >>> 11) * 0x1p-53;
        return Math.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
