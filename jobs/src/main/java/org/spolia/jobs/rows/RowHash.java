package org.spolia.jobs.rows;

/** Hashes of the content of rows. Equal numbers have equal hashes, wherever a row lies. */
final class RowHash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private RowHash() {}

    static long start(long seed) {
        return mixed(seed + GOLDEN);
    }

    /** Returns the hash of a row to which a number is added. The two zeros are one number. */
    static long with(long hash, double number) {
        return mixed((hash ^ Double.doubleToLongBits(number + 0.0)) * GOLDEN + GOLDEN);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    static long mixed(long hash) {
        long first = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** Returns one of a number of parts of the rows. */
    static int part(long hash, int parts) {
        return (int) Long.remainderUnsigned(mixed(hash + GOLDEN), parts);
    }
}
