package org.spolia.symbolic.search.form;

/**
 * The skeletons that an island has evaluated: a direct-mapped table, so an old one may be forgotten and none is
 * invented.
 */
public final class SkeletonCache {
    private static final int SIZE = 1 << 14;

    private final long[] slots = new long[SIZE];

    /** Whether the hash is new here; it is remembered either way. */
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
