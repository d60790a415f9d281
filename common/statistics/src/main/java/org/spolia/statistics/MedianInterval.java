package org.spolia.statistics;

import java.util.Arrays;

/**
 * Where the median of a distribution of any shape may lie: between two order statistics, the innermost whose
 * probability of holding the median is at least the level (Conover, Practical Nonparametric Statistics, 1999, section
 * 3.2).
 */
public final class MedianInterval {
    private MedianInterval() {}

    /**
     * The interval; its ends are infinite where even the least and the greatest value are too close, as for fewer than
     * 6 values at 0.95.
     *
     * @param values of which none is NaN
     * @param level above 0 and below 1
     */
    public static ConfidenceInterval of(double[] values, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Level " + level + " is not between 0 and 1; 0.95 is common");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // The chance that fewer than so many values lie on one side of the median, which binomial probabilities of 1/2
        // tell.
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
