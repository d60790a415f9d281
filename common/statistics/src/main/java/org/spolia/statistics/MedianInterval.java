package org.spolia.statistics;

import java.util.Arrays;

/**
 * A confidence interval of the median of any distribution: between two order statistics, the innermost whose
 * probability of enclosing the median is at least the level (Conover, Practical Nonparametric Statistics, 1999, section
 * 3.2).
 */
public final class MedianInterval {
    private MedianInterval() {}

    /**
     * Returns the interval. Its ends are infinite if even the least and the greatest value are too close, as for fewer
     * than 6 values at 0.95.
     *
     * @param values values other than NaN
     * @param level above 0 and below 1
     */
    public static ConfidenceInterval of(double[] values, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Level " + level + " is not between 0 and 1; 0.95 is common");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // The probability that fewer than this many values lie on one side of the median, a sum of binomial
        // probabilities of 1/2.
        double tail = 0;
        double term = StrictMath.pow(0.5, sorted.length);
        int outside = 0;
        while (outside < sorted.length && 2 * (tail + term) <= 1 - level) {
            tail += term;
            term *= (double) (sorted.length - outside) / (outside + 1);
            outside++;
        }
        return outside == 0
                ? new ConfidenceInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, sorted.length)
                : new ConfidenceInterval(sorted[outside - 1], sorted[sorted.length - outside], sorted.length);
    }
}
