package org.spolia.statistics.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spolia.statistics.Moments;
import org.spolia.statistics.RandomStream;

/**
 * Tests whether the use of operators depends on the field. The statistic is Σ n(f) (U(o,f) - U(o))² over factors o and
 * fields f, with n(f) problems in a field, U(o,f) their mean effect and U(o) the mean over all problems. Under the null
 * hypothesis that fields do not matter, their labels are exchangeable, so they are permuted over the problems. Each
 * problem keeps its effects, and hence the correlations between factors, and each field its size. No trial is run
 * again.
 *
 * @param statistic the statistic of the actual fields
 * @param meanUnderNull its mean over the permutations
 * @param pValue (1 + permutations at or above it) / (1 + permutations)
 * @param permutations the number of permutations drawn
 */
public record FieldInteraction(double statistic, double meanUnderNull, double pValue, int permutations) {
    /** Permutations of labels that do not change the partition give the same sum up to rounding. */
    private static final double ROUNDING = 1e-12;

    /**
     * Tests the interaction.
     *
     * @param permutations at least 1; the smallest p is 1 / (1 + permutations)
     */
    public static FieldInteraction test(Effects effects, int permutations, long seed) {
        if (permutations < 1 || effects.problems().isEmpty()) {
            throw new IllegalArgumentException("The test needs a problem and a permutation; got "
                    + effects.problems().size() + " problems and " + permutations + " permutations");
        }
        double[][] centred = centred(effects);
        int[] fieldOf = effects.fieldOf();
        int fields = effects.fields().size();
        double statistic = statistic(centred, fieldOf, fields);
        double[] drawn = IntStream.range(0, permutations)
                .mapToDouble(permutation -> {
                    int[] labels = fieldOf.clone();
                    RandomStream.of(seed, permutation).shuffle(labels);
                    return statistic(centred, labels, fields);
                })
                .toArray();
        double bound = statistic * (1 - ROUNDING);
        long hits =
                IntStream.range(0, permutations).filter(i -> drawn[i] >= bound).count();
        return new FieldInteraction(statistic, Moments.mean(drawn), (1.0 + hits) / (1.0 + permutations), permutations);
    }

    private static double[][] centred(Effects effects) {
        int[] all = IntStream.range(0, effects.problems().size()).toArray();
        return IntStream.range(0, effects.factors().size())
                .mapToObj(factor -> {
                    double[] values = effects.effects(factor, all);
                    double mean = Moments.mean(values);
                    for (int i = 0; i < values.length; i++) {
                        values[i] -= mean;
                    }
                    return values;
                })
                .toArray(double[][]::new);
    }

    private static double statistic(double[][] centred, int[] fieldOf, int fields) {
        int[] counts = new int[fields];
        for (int field : fieldOf) {
            counts[field]++;
        }
        double total = 0;
        double[] sums = new double[fields];
        for (double[] values : centred) {
            Arrays.fill(sums, 0);
            for (int problem = 0; problem < values.length; problem++) {
                sums[fieldOf[problem]] += values[problem];
            }
            for (int field = 0; field < fields; field++) {
                total += sums[field] * sums[field] / counts[field];
            }
        }
        return total;
    }
}
