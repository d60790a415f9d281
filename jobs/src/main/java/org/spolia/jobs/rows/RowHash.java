package org.spolia.jobs.rows;

import org.spolia.symbolic.special.SplitMix64;

/** Hashes of the content of rows. Equal numbers have equal hashes, wherever a row lies. */
final class RowHash {
    private RowHash() {}

    static long start(long seed) {
        return SplitMix64.mix(seed + SplitMix64.GOLDEN_GAMMA);
    }

    /** Returns the hash of a row to which a number is added. The two zeros are one number. */
    static long with(long hash, double number) {
        return SplitMix64.mix(
                (hash ^ Double.doubleToLongBits(number + 0.0)) * SplitMix64.GOLDEN_GAMMA + SplitMix64.GOLDEN_GAMMA);
    }

    /** Returns one of a number of parts of the rows. */
    static int part(long hash, int parts) {
        return (int) Long.remainderUnsigned(SplitMix64.mix(hash + SplitMix64.GOLDEN_GAMMA), parts);
    }
}
