package org.spolia.embedding.layers;

/**
 * The operations of layers. Axes are counted from the first, the batch.
 *
 * @param <T> the type of a tensor: an array that PyTorch differentiates, or the output of a node of an ONNX file
 */
public interface Operations<T> {

    /** The weights with this name, which a layer declares. */
    T weight(String name);

    /** The number of axes of a tensor. */
    int axes(T tensor);

    /**
     * The products of the matrices in the last two axes. The right one is the same for all, or has the same leading
     * axes.
     */
    T product(T left, T right);

    /** The sum. The right tensor is broadcast along leading axes that it lacks, or along which it has length 1. */
    T add(T left, T right);

    /** Each number times one factor. */
    T scale(T tensor, double factor);

    T relu(T tensor);

    /** The Gaussian error linear unit, x Φ(x) (Hendrycks and Gimpel 2016). */
    T gelu(T tensor);

    /** Exponentials divided by their sum along the last axis. */
    T softmax(T tensor);

    /**
     * Less the mean along the last axis and divided by the standard deviation (Ba et al. 2016), times a scale and plus
     * a shift for each position.
     */
    T normalise(T tensor, T scale, T shift);

    /** The axes in another order. */
    T transpose(T tensor, int... order);

    /** Splits the last axis into two, the first of length {@code parts}. */
    T split(T tensor, int parts);

    /** Joins the last two axes. */
    T join(T tensor);

    /**
     * Convolutions of [batch, channels, axis …] with kernels of odd length, [outputs, channels, length on each axis …],
     * padded with half of them, so that n points give n/stride positions, rounded up.
     *
     * @param kernels their shape
     */
    T convolve(T images, T weights, long[] kernels, int... strides);

    /**
     * The row of a table for each pair of positions along an axis, [positions, positions, columns], by the distance of
     * the second from the first. A table of 2r + 1 rows covers distances from -r to r; larger distances use the row of
     * -r or r.
     *
     * @param rows the number of rows of the table
     * @param ring whether the axis is periodic, so that the shorter distance counts
     */
    T relative(T table, int rows, T tensor, int axis, boolean ring);

    /** The means of [batch, channels, axis …] over all axes but the first two. */
    T meanOfPlaces(T images);

    /**
     * The rows of a table with these indices.
     *
     * @param table [rows, columns]
     * @param places integers; the result has their axes, then one of columns
     */
    T rows(T table, T places);

    /** -1e9, which removes a token from attention, where an integer is 0, and 0 elsewhere. */
    T penalty(T places);

    /** Two axes exchanged. */
    default T swap(T tensor, int one, int other) {
        if (one == other) {
            return tensor;
        }
        int[] order = new int[axes(tensor)];
        for (int axis = 0; axis < order.length; axis++) {
            order[axis] = axis == one ? other : axis == other ? one : axis;
        }
        return transpose(tensor, order);
    }
}
