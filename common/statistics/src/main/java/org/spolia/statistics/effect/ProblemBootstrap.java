package org.spolia.statistics.effect;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.Moments;
import org.spolia.statistics.RandomStream;

/**
 * Resamples of problems with replacement, within each field, so that every resample has as many problems of a field as
 * the data (Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 3.2). Statistics that use the
 * same bootstrap share its resamples, so differences between them are paired.
 */
public final class ProblemBootstrap {
    private final int[][] fields;
    private final int problems;
    private final int resamples;
    private final long seed;

    private ProblemBootstrap(int[][] fields, int problems, int resamples, long seed) {
        this.fields = fields;
        this.problems = problems;
        this.resamples = resamples;
        this.seed = seed;
    }

    /**
     * Creates a bootstrap.
     *
     * @param fieldOf for each problem a number that the problems of its field share
     * @param resamples at least 2
     */
    public static ProblemBootstrap of(int[] fieldOf, int resamples, long seed) {
        if (fieldOf.length == 0 || resamples < 2) {
            throw new IllegalArgumentException("A bootstrap needs a problem and two resamples; got " + fieldOf.length
                    + " problems and " + resamples + " resamples");
        }
        int[][] fields = Arrays.stream(fieldOf)
                .distinct()
                .sorted()
                .mapToObj(field -> IntStream.range(0, fieldOf.length)
                        .filter(problem -> fieldOf[problem] == field)
                        .toArray())
                .toArray(int[][]::new);
        return new ProblemBootstrap(fields, fieldOf.length, resamples, seed);
    }

    /**
     * Returns the percentile interval of a statistic.
     *
     * @param statistic a function of the positions of problems, some of which occur several times; resamples where it
     * is NaN are left out
     * @param level the share of the resamples inside, above 0 and below 1
     */
    public ConfidenceInterval interval(ToDoubleFunction<int[]> statistic, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Level " + level + " is not between 0 and 1; 0.95 is common");
        }
        double[] sorted = IntStream.range(0, resamples)
                .mapToDouble(resample -> statistic.applyAsDouble(resample(resample)))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
                Moments.quantile(sorted, tail), Moments.quantile(sorted, 1 - tail), sorted.length);
    }

    private int[] resample(int number) {
        RandomStream random = RandomStream.of(seed, number);
        int[] chosen = new int[problems];
        int next = 0;
        for (int[] field : fields) {
            for (int i = 0; i < field.length; i++) {
                chosen[next++] = field[random.below(field.length)];
            }
        }
        return chosen;
    }
}
