package org.spolia.statistics.effect;

import java.util.function.IntPredicate;
import org.spolia.statistics.Sums;

/**
 * A random-effects model of values in groups: a group has a mean drawn around the grand mean with variance τ², a value
 * is drawn around that with variance σ². Both are estimated by the method of moments for groups of unequal size
 * (Searle, Casella and McCulloch, Variance Components, 1992, section 3.6); a negative τ² is set to 0.
 */
final class OneWay {
    private final int[] counts;
    private final double[] means;
    private final double mean;
    private final double within;
    private final double between;

    private OneWay(int[] counts, double[] means, double mean, double within, double between) {
        this.counts = counts;
        this.means = means;
        this.mean = mean;
        this.within = within;
        this.between = between;
    }

    /** Fits the model to the values that are kept. */
    static OneWay of(double[] values, int[] group, int groups, IntPredicate kept) {
        int[] counts = new int[groups];
        int total = 0;
        for (int i = 0; i < values.length; i++) {
            if (kept.test(i)) {
                counts[group[i]]++;
                total++;
            }
        }
        double[] means = new double[groups];
        for (int g = 0; g < groups; g++) {
            int of = g;
            means[g] = Sums.sum(values.length, i -> kept.test(i) && group[i] == of ? values[i] : 0) / counts[g];
        }
        double mean = Sums.sum(values.length, i -> kept.test(i) ? values[i] : 0) / total;
        int used = 0;
        double squares = 0;
        for (int count : counts) {
            used += count > 0 ? 1 : 0;
            squares += (double) count * count;
        }
        double within =
                Sums.sum(values.length, i -> kept.test(i) ? square(values[i] - means[group[i]]) : 0) / (total - used);
        double spread = Sums.sum(groups, g -> counts[g] == 0 ? 0 : counts[g] * square(means[g] - mean)) / (used - 1);
        double size = (total - squares / total) / (used - 1);
        return new OneWay(counts, means, mean, within, Math.max(0, (spread - within) / size));
    }

    private static double square(double value) {
        return value * value;
    }

    int count(int group) {
        return counts[group];
    }

    /** The mean of a group; NaN for a group without values. */
    double mean(int group) {
        return means[group];
    }

    double mean() {
        return mean;
    }

    /**
     * σ²/τ², the weight of the grand mean in values: infinite if groups differ no more than values do, or the
     * difference is unknown.
     */
    double pull() {
        return between > 0 ? within / between : Double.POSITIVE_INFINITY;
    }

    /** The mean of a group, shrunk towards the grand mean: (n·mean + κ·grand) / (n + κ) with κ = {@link #pull}. */
    double shrunk(int group) {
        double pull = pull();
        if (counts[group] == 0 || Double.isInfinite(pull)) {
            return mean;
        }
        return (counts[group] * means[group] + pull * mean) / (counts[group] + pull);
    }
}
