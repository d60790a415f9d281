package org.spolia.bench.common;

import java.util.Arrays;

/** Ratios of times for the same work, in order. */
public record Ratios(double geometricMean, double minimum) {

    /** Returns the times of the others divided by ours. */
    public static Ratios of(double[] others, double[] ours) {
        double logarithms = 0;
        double minimum = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ours.length; i++) {
            logarithms += Math.log(others[i] / ours[i]);
            minimum = Math.min(minimum, others[i] / ours[i]);
        }
        return new Ratios(Math.exp(logarithms / ours.length), minimum);
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
