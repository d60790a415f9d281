package org.spolia.statistics.effect;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.spolia.statistics.Correlation;
import org.spolia.statistics.Moments;

/**
 * How well the effects in one field predict those in another. For each problem of the target field, the effects of its
 * factors are correlated with the mean effects in the source field, and the correlations are averaged over the target's
 * problems. If source and target are the same field, the problem itself is left out of the means, so that the diagonal
 * is a prediction like the others. Transfer need not be symmetric.
 */
public final class Transfer {
    /** A correlation over fewer factors is meaningless. */
    public static final int LEAST_FACTORS = 3;

    private final double[][] correlation;
    private final int[][] problems;

    private Transfer(double[][] correlation, int[][] problems) {
        this.correlation = correlation;
        this.problems = problems;
    }

    /**
     * Computes the transfer between all fields of the effects.
     *
     * @throws IllegalArgumentException for fewer than {@link #LEAST_FACTORS} factors
     */
    public static Transfer of(Effects effects) {
        if (effects.factors().size() < LEAST_FACTORS) {
            throw new IllegalArgumentException("Correlations over "
                    + effects.factors().size() + " factors are meaningless; the design needs at least 3");
        }
        int fields = effects.fields().size();
        double[][] correlation = new double[fields][fields];
        int[][] problems = new int[fields][fields];
        for (int source = 0; source < fields; source++) {
            for (int target = 0; target < fields; target++) {
                double[] each = forecasts(effects, source, target);
                correlation[source][target] = Moments.mean(each);
                problems[source][target] = each.length;
            }
        }
        return new Transfer(correlation, problems);
    }

    /** The mean correlation; NaN if no problem of the target has one. */
    public double correlation(int source, int target) {
        return correlation[source][target];
    }

    /** The number of problems of the target that have a correlation. */
    public int problems(int source, int target) {
        return problems[source][target];
    }

    private static double[] forecasts(Effects effects, int source, int target) {
        return IntStream.of(effects.problemsOf(target))
                .mapToDouble(problem -> Correlation.pearson(
                        means(effects, effects.problemsOf(source), other -> other != problem),
                        profile(effects, problem)))
                .filter(Double::isFinite)
                .toArray();
    }

    private static double[] means(Effects effects, int[] problems, IntPredicate kept) {
        int[] chosen = IntStream.of(problems).filter(kept).toArray();
        return IntStream.range(0, effects.factors().size())
                .mapToDouble(factor -> Moments.mean(effects.effects(factor, chosen)))
                .toArray();
    }

    private static double[] profile(Effects effects, int problem) {
        return IntStream.range(0, effects.factors().size())
                .mapToDouble(factor -> effects.effect(factor, problem))
                .toArray();
    }
}
