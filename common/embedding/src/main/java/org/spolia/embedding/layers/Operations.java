package org.spolia.embedding.layers;

/**
 * What layers compute with. Axes are counted from the first, the batch.
 *
 * @param <T> what stands for a tensor: an array that PyTorch differentiates by, or the output of a node of an ONNX file
 */
public interface Operations<T> {

    /** The weights of this name, which a layer declares. */
    T weight(String name);

    /** How many axes a tensor has. */
    int axes(T tensor);

    /**
     * The products of the matrices in the last two axes; the right one is the same for all, or has the other axes of
     * the left one too.
     */
    T product(T left, T right);

    /**
     * The sum, where the right one is repeated along axes that it lacks, the first ones, or along which it has length
     * 1.
     */
    T add(T left, T right);

    /** Each number times one factor. */
    T scale(T tensor, double factor);

    T relu(T tensor);

    /** The Gaussian error linear unit, x Φ(x) (Hendrycks and Gimpel 2016). */
    T gelu(T tensor);

    /** Exponentials over their sum along the last axis. */
    T softmax(T tensor);

    /**
     * Less the mean along the last axis and over the deviation (Ba et al. 2016), times a scale and plus a shift for
     * each place of it.
     */
    T normalise(T tensor, T scale, T shift);

    /** The axes in another order. */
    T transpose(T tensor, int... order);

    /** The last axis as two, the first of them of this length. */
    T split(T tensor, int parts);

    /** The last two axes as one. */
    T join(T tensor);

    /**
     * Convolutions of [batch, channels, axis …] with kernels of odd length, [outputs, channels, length on each axis …],
     * padded with half of them, so that n points give n/stride places, rounded up.
     *
     * @param kernels their shape
     */
    T convolve(T images, T weights, long[] kernels, int... strides);

    /**
     * The row of a table for each pair of places along an axis, [places, places, columns], by how far the second is
     * from the first. A table of 2r + 1 rows has those from -r to r; whatever is farther has the row of -r or r.
     *
     * @param rows of the table
     * @param ring whether the axis goes round, so that the shorter way counts
     */
    T relative(T table, int rows, T tensor, int axis, boolean ring);

    /** The means of [batch, channels, axis …] over all axes but the first two. */
    T meanOfPlaces(T images);

    /**
     * The rows of a table that whole numbers name.
     *
     * @param table [rows, columns]
     * @param places whole numbers; the result has their axes, then one of columns
     */
    T rows(T table, T places);

    /** -1e9, which leaves nothing of a share, where a whole number is 0, and 0 elsewhere. */
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
