package org.spolia.hdf5.data;

import java.util.Arrays;

/**
 * The division of a dataset into chunks. Chunks are numbered in row-major order of the grid that covers the present
 * dataset.
 *
 * @param dimensions the lengths of the dataset
 * @param limits the largest lengths, -1 for unlimited
 * @param chunk the lengths of a chunk
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChunkGrid(long[] dimensions, long[] limits, int[] chunk) {

    int axes() {
        return chunk.length;
    }

    /** The number of chunks along an axis. */
    long count(int axis) {
        return cover(dimensions[axis], chunk[axis]);
    }

    /** The number of chunks along an axis at the largest length of the dataset, -1 if it is unlimited. */
    long countAtMost(int axis) {
        return limits[axis] < 0 ? -1 : cover(limits[axis], chunk[axis]);
    }

    /** The number of a chunk, or -1 if it is outside the dataset. */
    long number(long[] scaled) {
        long number = 0;
        for (int axis = 0; axis < scaled.length; axis++) {
            if (scaled[axis] >= count(axis)) {
                return -1;
            }
            number = number * count(axis) + scaled[axis];
        }
        return number;
    }

    /** The number of all chunks, or {@link Long#MAX_VALUE} if it overflows. */
    long total() {
        long total = 1;
        for (int axis = 0; axis < axes(); axis++) {
            long count = count(axis);
            if (count == 0) {
                return 0;
            }
            if (total > Long.MAX_VALUE / count) {
                return Long.MAX_VALUE;
            }
            total *= count;
        }
        return total;
    }

    private static long cover(long length, long part) {
        return length / part + (length % part == 0 ? 0 : 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkGrid grid
                && Arrays.equals(dimensions, grid.dimensions)
                && Arrays.equals(limits, grid.limits)
                && Arrays.equals(chunk, grid.chunk);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions) + 31 * Arrays.hashCode(chunk);
    }

    @Override
    public String toString() {
        return Arrays.toString(dimensions) + " in chunks of " + Arrays.toString(chunk);
    }
}
