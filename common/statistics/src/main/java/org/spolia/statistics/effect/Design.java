package org.spolia.statistics.effect;

import java.util.HashSet;
import java.util.List;
import org.spolia.statistics.Cholesky;
import org.spolia.statistics.Sums;

/**
 * The factors of each operator set of an experiment. A factor is an operator, or a group of operators that always occur
 * together.
 *
 * <p>The effect of a factor on a score is the coefficient of its presence (0 or 1) in the least-squares fit of
 * intercept and main effects over the sets. In a Plackett-Burman design, this is the mean with the factor less the mean
 * without it. If factors are added to a base one at a time, or left out of the full set, it is the difference from the
 * base or the full set.
 */
public final class Design {
    private final List<String> sets;
    private final List<String> factors;
    private final double[][] weights;

    private Design(List<String> sets, List<String> factors, double[][] weights) {
        this.sets = sets;
        this.factors = factors;
        this.weights = weights;
    }

    /**
     * Creates a design.
     *
     * @param present for each set and each factor, whether the set has it
     * @throws IllegalArgumentException if the effects of the factors cannot be separated in these sets
     */
    public static Design of(List<String> sets, List<String> factors, boolean[][] present) {
        requireDistinct(sets, "operator set");
        requireDistinct(factors, "factor");
        if (sets.isEmpty() || factors.isEmpty()) {
            throw new IllegalArgumentException("A design needs operator sets and factors; got " + sets.size()
                    + " sets and " + factors.size() + " factors");
        }
        if (present.length != sets.size()) {
            throw new IllegalArgumentException("Presence is given for " + present.length + " operator sets of "
                    + sets.size() + "; give a row each");
        }
        for (boolean[] row : present) {
            if (row.length != factors.size()) {
                throw new IllegalArgumentException("Presence is given for " + row.length + " factors of "
                        + factors.size() + "; give one for each");
            }
        }
        return new Design(List.copyOf(sets), List.copyOf(factors), weights(centred(present), factors));
    }

    public List<String> sets() {
        return sets;
    }

    public List<String> factors() {
        return factors;
    }

    /** Returns the effect of a factor on scores, one for each set in their order. */
    public double effect(int factor, double[] scores) {
        if (scores.length != sets.size()) {
            throw new IllegalArgumentException(
                    "Got " + scores.length + " scores for " + sets.size() + " operator sets; give one for each");
        }
        return Sums.sum(scores.length, set -> weights[factor][set] * scores[set]);
    }

    /** Returns the presence of each factor in each set, less its mean. */
    private static double[][] centred(boolean[][] present) {
        double[][] centred = new double[present[0].length][present.length];
        for (int factor = 0; factor < centred.length; factor++) {
            int count = 0;
            for (boolean[] row : present) {
                count += row[factor] ? 1 : 0;
            }
            for (int set = 0; set < present.length; set++) {
                centred[factor][set] = (present[set][factor] ? 1 : 0) - (double) count / present.length;
            }
        }
        return centred;
    }

    /** (XᵀX)⁻¹Xᵀ of the centred presence; centring replaces the intercept. */
    private static double[][] weights(double[][] x, List<String> factors) {
        Cholesky normal = factored(x, factors);
        double[][] weights = new double[x.length][x[0].length];
        for (int set = 0; set < x[0].length; set++) {
            double[] right = new double[x.length];
            for (int factor = 0; factor < x.length; factor++) {
                right[factor] = x[factor][set];
            }
            double[] solution = normal.solve(right);
            for (int factor = 0; factor < x.length; factor++) {
                weights[factor][set] = solution[factor];
            }
        }
        return weights;
    }

    private static Cholesky factored(double[][] x, List<String> factors) {
        double[][] products = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                double[] a = x[i];
                double[] b = x[j];
                products[i][j] = Sums.sum(a.length, set -> a[set] * b[set]);
            }
        }
        try {
            return Cholesky.of(products);
        } catch (Cholesky.DependentColumnException e) {
            throw new IllegalArgumentException(
                    "The effect of '" + factors.get(e.column())
                            + "' cannot be separated from the mean and the effects of the factors"
                            + " before it; add operator sets, or join factors that always occur together",
                    e);
        }
    }

    private static void requireDistinct(List<String> names, String what) {
        HashSet<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("The " + what + " '" + name + "' is given twice; give each once");
            }
        }
    }
}
