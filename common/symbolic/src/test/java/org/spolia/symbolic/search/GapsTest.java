package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.options.Gaps;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;

/** Searches that fit a root best whose argument is negative between two rows. */
class GapsTest {
    private static final int ROWS = 60;
    private static final int POINTS = 100_000;
    private static final double SQUARE = 2e-4;
    private static final SearchOptions OPTIONS =
            SearchOptions.of(OperatorSet.of(List.of("+", "-", "*", "sqrt")), 20_000);

    private static Sample sample(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles()
                .filter(value -> (value - 0.5) * (value - 0.5) > SQUARE)
                .limit(ROWS)
                .toArray();
        double[] y = Arrays.stream(x)
                .map(value -> Math.sqrt((value - 0.5) * (value - 0.5) - SQUARE) + 5e-4 * random.nextGaussian())
                .toArray();
        return Sample.of(new double[][] {x}, y);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anEquationWithAGapGivesWayToOneWithout(long seed) {
        Sample sample = sample(seed);
        Candidate any = search(sample, OPTIONS.withGaps(Gaps.ALLOW));
        Candidate sound = search(sample, OPTIONS);
        assertThat(undefined(sample, any)).as("%s", any.expression()).isPositive();
        assertThat(undefined(sample, sound)).as("%s", sound.expression()).isZero();
        assertThat(sound.loss()).isLessThan(1e-3 * sample.variance());
    }

    private static Candidate search(Sample sample, SearchOptions options) {
        Search search = Search.of(sample, options, 1);
        try (Workers workers = Workers.of(1)) {
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
        }
        return search.finish(() -> false).best();
    }

    /** Counts even points of the training range at which a model has no finite value. */
    private static long undefined(Sample sample, Candidate model) {
        double[] x = IntStream.range(0, sample.rows())
                .mapToDouble(row -> sample.value(0, row))
                .sorted()
                .toArray();
        double low = x[0];
        double high = x[x.length - 1];
        double[] points = IntStream.range(0, POINTS)
                .mapToDouble(i -> low + (high - low) * ((i + 0.5) / POINTS))
                .toArray();
        return Arrays.stream(new Evaluator().predict(model.expression(), new double[][] {points}))
                .filter(value -> !Double.isFinite(value))
                .count();
    }
}
