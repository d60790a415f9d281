package org.spolia.embedding.layers;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Weights of a layer: what they are called, and normal numbers that they begin with.
 *
 * @param shape length of each axis
 * @param mean of the first numbers
 * @param deviation of the first numbers; 0 if all are the mean
 */
public record Weight(String name, List<Long> shape, double mean, double deviation) {
    public Weight {
        shape = List.copyOf(shape);
        if (shape.stream().anyMatch(length -> length < 1) || !(deviation >= 0)) {
            throw new IllegalArgumentException(
                    "Weights '" + name + "' of " + shape + " with deviation " + deviation + " cannot be");
        }
    }

    /** Weights that begin with one number. */
    public static Weight constant(String name, double value, long... shape) {
        return new Weight(name, LongStream.of(shape).boxed().toList(), value, 0);
    }

    /** Weights that begin with normal numbers of mean 0. */
    public static Weight normal(String name, double deviation, long... shape) {
        return new Weight(name, LongStream.of(shape).boxed().toList(), 0, deviation);
    }

    /**
     * Kernels before a rectifier, with variance 2/fan-in (He et al. 2015).
     *
     * @param shape what goes out, then all that comes in
     */
    public static Weight kernels(String name, long... shape) {
        return normal(name, Math.sqrt(2.0 * shape[0] / product(shape)), shape);
    }

    /** How many numbers there are. */
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
