package org.spolia.embedding.layers;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The weights of a layer: their name, and the normal distribution of their initial values.
 *
 * @param shape the length of each axis
 * @param mean the mean of the initial values
 * @param deviation the standard deviation of the initial values; 0 if all equal the mean
 */
public record Weight(String name, List<Long> shape, double mean, double deviation) {
    public Weight {
        shape = List.copyOf(shape);
        if (shape.stream().anyMatch(length -> length < 1) || !(deviation >= 0)) {
            throw new IllegalArgumentException(
                    "Weights '" + name + "' of " + shape + " with deviation " + deviation + " cannot be");
        }
    }

    /** Returns weights with a constant initial value. */
    public static Weight constant(String name, double value, long... shape) {
        return new Weight(name, LongStream.of(shape).boxed().toList(), value, 0);
    }

    /** Returns weights with normal initial values of mean 0. */
    public static Weight normal(String name, double deviation, long... shape) {
        return new Weight(name, LongStream.of(shape).boxed().toList(), 0, deviation);
    }

    /**
     * Returns kernels before a rectifier, with variance 2/fan-in (He et al. 2015).
     *
     * @param shape the outputs, then all inputs
     */
    public static Weight kernels(String name, long... shape) {
        return normal(name, Math.sqrt(2.0 * shape[0] / product(shape)), shape);
    }

    /** The number of values. */
    public int count() {
        return Math.toIntExact(product(lengths()));
    }

    /** The length of each axis. */
    public long[] lengths() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    private static long product(long[] shape) {
        return LongStream.of(shape).reduce(1, Math::multiplyExact);
    }
}
