package org.spolia.hdf5.data;

import org.spolia.hdf5.structure.ObjectLocation;

/** Iterates over the chunks that a dataset can have, in the order of array indexes. */
final class ChunkCounter {
    private final long[] counts;
    private final int first;
    private long index;

    /** @param first the axis that comes before all others */
    private ChunkCounter(long[] counts, int first) {
        this.counts = counts;
        this.first = first;
    }

    /** All axes in their order; only the first may be unlimited. */
    static ChunkCounter rowMajor(ChunkGrid grid, ObjectLocation place) {
        return new ChunkCounter(counts(grid, 0, place), 0);
    }

    /** The unlimited axis first, then the others in their order. */
    static ChunkCounter growing(ChunkGrid grid, ObjectLocation place) {
        int growing = 0;
        while (growing < grid.axes() && grid.limits()[growing] >= 0) {
            growing++;
        }
        if (growing == grid.axes()) {
            throw place.damaged("has the chunk index of a growing dataset and does not grow");
        }
        return new ChunkCounter(counts(grid, growing, place), growing);
    }

    private static long[] counts(ChunkGrid grid, int first, ObjectLocation place) {
        long[] counts = new long[grid.axes()];
        for (int axis = 0; axis < counts.length; axis++) {
            counts[axis] = grid.countAtMost(axis);
            if (axis != first && counts[axis] <= 0) {
                throw place.damaged("has a chunk index that does not fit its limits");
            }
        }
        return counts;
    }

    void skip(long count) {
        index += count;
    }

    /** Returns the position of the next chunk in the grid. */
    long[] next() {
        long[] scaled = new long[counts.length];
        long rest = index++;
        for (int axis = counts.length - 1; axis >= 0; axis--) {
            if (axis != first) {
                scaled[axis] = rest % counts[axis];
                rest /= counts[axis];
            }
        }
        if (scaled.length > 0) {
            scaled[first] = rest;
        }
        return scaled;
    }
}
