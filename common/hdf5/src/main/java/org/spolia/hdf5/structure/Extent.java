package org.spolia.hdf5.structure;

import io.jhdf.object.message.DataSpace;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The axes of a dataset or an attribute.
 *
 * @param dimensions the lengths; empty for a scalar, one axis of length 0 if there are no data
 * @param limits the largest lengths of the axes, -1 for unlimited
 */
@SuppressWarnings("ArrayRecordComponent")
public record Extent(long[] dimensions, long[] limits) {
    private static final int NULL = 2;
    private static final int MOST_AXES = 32;

    public static Extent read(ByteBuffer message, Jhdf jhdf, ObjectLocation place) {
        return Jhdf.translated(place, () -> of(DataSpace.readDataSpace(message, jhdf.superblock()), place));
    }

    private static Extent of(DataSpace space, ObjectLocation place) {
        if (space.getType() == NULL) {
            return new Extent(new long[1], new long[1]);
        }
        long[] dimensions = space.getDimensionsAsLong();
        long[] limits = space.isMaxSizesPresent() ? space.getMaxSizes() : dimensions;
        boolean right = dimensions.length <= MOST_AXES && limits.length == dimensions.length;
        for (int axis = 0; right && axis < dimensions.length; axis++) {
            right = dimensions[axis] >= 0 && (limits[axis] == -1 || limits[axis] >= dimensions[axis]);
        }
        // All counts of elements then fit 64 bits.
        right &= isCountable(dimensions);
        if (!right) {
            throw place.damaged("has the shape " + Arrays.toString(dimensions) + " within " + Arrays.toString(limits));
        }
        return new Extent(dimensions, limits);
    }

    private static boolean isCountable(long[] dimensions) {
        if (Arrays.stream(dimensions).anyMatch(length -> length == 0)) {
            return true;
        }
        long product = 1;
        for (long length : dimensions) {
            if (length < 0 || product > Long.MAX_VALUE / length) {
                return false;
            }
            product *= length;
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extent extent
                && Arrays.equals(dimensions, extent.dimensions)
                && Arrays.equals(limits, extent.limits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(dimensions) + Arrays.hashCode(limits);
    }

    @Override
    public String toString() {
        return Arrays.toString(dimensions) + " within " + Arrays.toString(limits);
    }
}
