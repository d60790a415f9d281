package org.spolia.embedding;

/** Converts the output of a model to one embedding for each sample. Sums are computed in order, in double precision. */
public enum Pooling {
    /** All values of a sample, in order. */
    NONE {
        @Override
        boolean takes(int axes) {
            return axes >= 2;
        }

        @Override
        int dimension(long[] shape) {
            return Math.toIntExact(product(shape, 1));
        }

        @Override
        float[] pool(float[] values, int from, long[] shape) {
            return slice(values, from, dimension(shape));
        }
    },
    /**
     * The mean over the tokens of [batch, tokens, dimension], or over the positions of [batch, dimension, positions,
     * …].
     */
    MEAN {
        @Override
        boolean takes(int axes) {
            return axes >= 3;
        }

        @Override
        int dimension(long[] shape) {
            return (int) (shape.length == 3 ? shape[2] : shape[1]);
        }

        @Override
        float[] pool(float[] values, int from, long[] shape) {
            int dimension = dimension(shape);
            int places = Math.toIntExact(product(shape, 1) / dimension);
            // The dimensions of a token are contiguous, and so are the positions of a dimension.
            int alongPlaces = shape.length == 3 ? dimension : 1;
            int alongDimension = shape.length == 3 ? 1 : places;
            float[] pooled = new float[dimension];
            for (int d = 0; d < dimension; d++) {
                double sum = 0;
                for (int place = 0; place < places; place++) {
                    sum += values[from + d * alongDimension + place * alongPlaces];
                }
                pooled[d] = (float) (sum / places);
            }
            return pooled;
        }
    },
    /** The first token of [batch, tokens, dimension]. */
    CLS {
        @Override
        boolean takes(int axes) {
            return axes == 3;
        }

        @Override
        int dimension(long[] shape) {
            return (int) shape[2];
        }

        @Override
        float[] pool(float[] values, int from, long[] shape) {
            return slice(values, from, dimension(shape));
        }
    };

    /** Returns whether it applies to an output with {@code axes} axes, including the batch. */
    abstract boolean takes(int axes);

    /** Returns the length of the embeddings. */
    abstract int dimension(long[] shape);

    /**
     * Returns the embedding of one sample.
     *
     * @param from the index of the sample's first output
     * @param shape the shape of the whole output, the batch first
     */
    abstract float[] pool(float[] values, int from, long[] shape);

    static long product(long[] shape, int firstAxis) {
        long product = 1;
        for (int axis = firstAxis; axis < shape.length; axis++) {
            product = Math.multiplyExact(product, shape[axis]);
        }
        return product;
    }

    private static float[] slice(float[] values, int from, int length) {
        float[] slice = new float[length];
        System.arraycopy(values, from, slice, 0, length);
        return slice;
    }
}
