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

    /**
     * The value below which a share of a sample lies, interpolated linearly between its order statistics (type 7 of
     * Hyndman and Fan, The American Statistician 50 (1996) 361); NaN for no values.
     *
     * @param sorted in ascending order
     * @param share from 0 to 1
     */
    public static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        double lower = sorted[below];
        double fraction = position - below;
        return fraction == 0 ? lower : lower + fraction * (sorted[below + 1] - lower);
    }
}
