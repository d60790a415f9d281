package org.spolia.symbolic.special;

/** The finalizer and the increment of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
public final class SplitMix64 {
    public static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private SplitMix64() {}

    /** A bijection whose bits depend on all bits of the value. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
