package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bins with equal numbers of values of a sample: a table of its cumulative distribution. Values outside are in the
 * first or last bin.
 *
 * @param edges the edges of the bins, one more than there are bins, in ascending order
 */
public record Quantiles(List<Double> edges) implements Serializable {
    private static final int LEAST_EDGES = 3;

    public Quantiles {
        edges = List.copyOf(edges);
        if (edges.size() < LEAST_EDGES) {
            throw new IllegalArgumentException("quantiles have " + edges.size() + " edges; there must be 3 or more");
        }
        for (int i = 0; i < edges.size(); i++) {
            if (!Double.isFinite(edges.get(i)) || (i > 0 && edges.get(i) < edges.get(i - 1))) {
                throw new IllegalArgumentException("edge " + i + " of quantiles is " + edges.get(i)
                        + "; edges must be finite, and none less than the one before");
            }
        }
    }

    /**
     * Computes the quantiles of a sample, interpolated as in numpy.
     *
     * @param values values of a sample; those that are not finite are left out
     * @throws IllegalArgumentException if none is left
     */
    public static Quantiles of(double[] values, int bins) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("there is no finite value to take quantiles of");
        }
        return new Quantiles(IntStream.rangeClosed(0, bins)
                .mapToObj(edge -> quantile(sorted, (double) edge / bins))
                .toList());
    }

    private static Double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    int bins() {
        return edges.size() - 1;
    }

    /** Returns the bin of a finite value. A value on an edge belongs to the bin above; so do all equal edges. */
    int bin(double value) {
        int low = 0;
        int high = bins() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (edges.get(middle) <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Returns the middle of a bin. */
    double value(int bin) {
        return (edges.get(bin) + edges.get(bin + 1)) / 2;
    }
}
