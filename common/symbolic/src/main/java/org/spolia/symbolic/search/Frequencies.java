package org.spolia.symbolic.search;

import java.util.Arrays;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.special.Exponential;

/**
 * The frequency of each size in the populations. Tournaments and acceptance penalise sizes that are already common
 * (adaptive parsimony; Cranmer, arXiv 2305.01582).
 */
public final class Frequencies {
    private static final double WINDOW = 100_000;
    private static final double OUT_OF_RANGE = 1e-6;
    private static final double LARGEST_EXPONENT = 600;

    private final double[] counts;
    private final double[] normalised;
    private final double[] penalty;

    private final boolean shared;
    private final double scaling;

    public Frequencies(int maxSize, EvolutionOptions options) {
        shared = options.useFrequency();
        scaling = options.useFrequencyInTournament() ? options.adaptiveParsimonyScaling() : 0;
        counts = new double[maxSize + 1];
        normalised = new double[maxSize + 1];
        penalty = new double[maxSize + 1];
        Arrays.fill(counts, 1, maxSize + 1, 1);
        normalise();
    }

    public void see(int size) {
        if (size < counts.length) {
            counts[size]++;
        }
    }

    /** Keeps the histogram within its window and refreshes {@link #share} and {@link #penalty}. */
    public void update() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        double excess = total - WINDOW;
        while (excess > 0) {
            int above = 0;
            double least = Double.POSITIVE_INFINITY;
            for (double count : counts) {
                if (count > 1) {
                    above++;
                    least = Math.min(least, count - 1);
                }
            }
            double each = Math.min(least, excess / above);
            for (int size = 1; size < counts.length; size++) {
                if (counts[size] > 1) {
                    counts[size] -= each;
                    excess -= each;
                }
            }
            if (each < 1e-9) {
                break;
            }
        }
        normalise();
    }

    private void normalise() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        for (int size = 0; size < counts.length; size++) {
            normalised[size] = counts[size] / total;
            penalty[size] = Exponential.exp(Math.min(scaling * normalised[size], LARGEST_EXPONENT));
        }
    }

    /** The share of a size among all members; 1 if frequencies are not used. */
    public double share(int size) {
        if (!shared) {
            return 1;
        }
        return size < normalised.length ? normalised[size] : OUT_OF_RANGE;
    }

    /** The factor by which a tournament multiplies the cost of a member of this size. */
    public double penalty(int size) {
        return size < penalty.length ? penalty[size] : 1;
    }

    double[] counts() {
        return counts;
    }

    /** Takes counts that were written after an {@link #update}. Another one could change their last bits. */
    void restore(double[] written) {
        System.arraycopy(written, 0, counts, 0, counts.length);
        normalise();
    }
}
