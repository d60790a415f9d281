package org.spolia.hdf5.type;

import java.util.Arrays;

/**
 * A box of elements, in row-major order: its start and its length on each axis. A scalar dataset has no axes and one
 * element.
 *
 * @param offset the position of the first element, at least 0
 * @param shape the number of elements on each axis, at least 0; their product fits one array
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slab(long[] offset, int[] shape) {
    /** The most elements of an array. */
    private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    public Slab {
        offset = offset.clone();
        shape = shape.clone();
        if (offset.length != shape.length) {
            throw new IllegalArgumentException("Slab has " + offset.length + " offsets and " + shape.length
                    + " lengths; give one of each for every axis");
        }
        for (int axis = 0; axis < shape.length; axis++) {
            if (offset[axis] < 0 || shape[axis] < 0) {
                throw new IllegalArgumentException("Slab starts at " + offset[axis] + " and is " + shape[axis]
                        + " long on axis " + axis + "; both must be at least 0");
            }
        }
        if (product(shape) > MOST_ELEMENTS) {
            throw new IllegalArgumentException("Slab of shape " + Arrays.toString(shape)
                    + " has more elements than an array can hold; read it in parts");
        }
    }

    public static Slab of(long[] offset, int[] shape) {
        return new Slab(offset, shape);
    }

    /** Returns {@code count} rows along the first axis, with everything on the others. */
    public static Slab rows(long first, int count, int[] rowShape) {
        long[] offset = new long[rowShape.length + 1];
        offset[0] = first;
        int[] shape = new int[offset.length];
        shape[0] = count;
        System.arraycopy(rowShape, 0, shape, 1, rowShape.length);
        return new Slab(offset, shape);
    }

    public int axes() {
        return shape.length;
    }

    public int elements() {
        return (int) product(shape);
    }

    @Override
    public long[] offset() {
        return offset.clone();
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    public long start(int axis) {
        return offset[axis];
    }

    public int length(int axis) {
        return shape[axis];
    }

    public boolean fits(long[] dimensions) {
        if (dimensions.length != shape.length) {
            return false;
        }
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] > dimensions[axis] || offset[axis] > dimensions[axis] - shape[axis]) {
                return false;
            }
        }
        return true;
    }

    /** Saturates above the limit of arrays; 0 if any length is 0. */
    private static long product(int[] shape) {
        long product = 1;
        for (int length : shape) {
            product = Math.min(product, Integer.MAX_VALUE) * length;
        }
        for (int length : shape) {
            product = length == 0 ? 0 : product;
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slab slab && Arrays.equals(offset, slab.offset) && Arrays.equals(shape, slab.shape);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offset) + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return "offset " + Arrays.toString(offset) + ", shape " + Arrays.toString(shape);
    }
}
