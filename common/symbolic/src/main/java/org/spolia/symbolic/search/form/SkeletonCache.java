package org.spolia.symbolic.search.form;

/**
 * The skeletons that an island has evaluated, in a direct-mapped table. It may forget a skeleton, but never reports a
 * new one as known.
 */
public final class SkeletonCache {
    private static final int SIZE = 1 << 14;

    private final long[] slots = new long[SIZE];

    /** Returns whether the hash is new, and remembers it. */
    public boolean add(long hash) {
        int slot = (int) (hash & (SIZE - 1));
        boolean fresh = slots[slot] != hash;
        slots[slot] = hash;
        return fresh;
    }

    public long[] slots() {
        return slots;
    }
}
