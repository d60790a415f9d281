package org.spolia.statistics;

/** Moments of a sample, summed in index order in two passes. */
public final class Moments {
    private Moments() {}

    /** The arithmetic mean; NaN for no values. */
    public static double mean(double[] values) {
        return Sums.sum(values.length, i -> values[i]) / values.length;
    }

    /** The mean squared distance from the mean (the divisor is the number of values); NaN for no values. */
    public static double populationVariance(double[] values) {
        double mean = mean(values);
        return Sums.sum(values.length, i -> (values[i] - mean) * (values[i] - mean)) / values.length;
    }

    /** The square root of {@link #populationVariance}. */
    public static double populationDeviation(double[] values) {
        return Math.sqrt(populationVariance(values));
    }
}
