package org.spolia.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The correlation of two samples of equal length; NaN if one of them does not vary. */
public final class Correlation {
    private Correlation() {}

    /** Pearson's product-moment correlation. */
    public static double pearson(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "Samples have " + a.length + " and " + b.length + " values; they must match");
        }
        if (constant(a) || constant(b)) {
            return Double.NaN;
        }
        double meanA = Moments.mean(a);
        double meanB = Moments.mean(b);
        double product = Sums.sum(a.length, i -> (a[i] - meanA) * (b[i] - meanB));
        double squareA = Sums.sum(a.length, i -> (a[i] - meanA) * (a[i] - meanA));
        double squareB = Sums.sum(a.length, i -> (b[i] - meanB) * (b[i] - meanB));
        double scale = Math.sqrt(squareA) * Math.sqrt(squareB);
        return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : Double.NaN;
    }

    /** Spearman's rank correlation; tied values have the mean of their ranks. */
    public static double spearman(double[] a, double[] b) {
        return pearson(ranks(a), ranks(b));
    }

    /** Compares the values, because their distances from a rounded mean need not be zero. */
    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((i, j) -> Double.compare(values[i], values[j]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
        }
        return ranks;
    }
}
