package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.rows.BlockRows;
import org.spolia.symbolic.rows.RowBlock;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;

/** Passes over all rows during a search on a sample. */
class RowReviewTest {
    private static final int ROWS = 20_000;
    private static final int SAMPLED = 1000;
    private static final int EPOCHS = 4;
    private static final byte[] DIGEST = {1};
    private static final SearchOptions OPTIONS =
            SearchOptions.of(OperatorSet.of(List.of("+", "-", "*", "/", "log", "sqrt")), 20_000);

    private final double[][] columns = new double[2][ROWS];
    private final double[] target = new double[ROWS];
    private int passes;

    /** The logarithm of the first variable is the simplest description of the sample, but 15 other rows have zeros. */
    RowReviewTest() {
        SplittableRandom random = new SplittableRandom(8);
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = row >= SAMPLED && row % 1300 == 0 ? 0 : random.nextDouble(0.05, 1);
            columns[1][row] = random.nextDouble();
            target[row] = Math.log(columns[0][row] + 0.002) + columns[1][row] + 0.01 * random.nextGaussian();
        }
    }

    @Test
    void whatFitsTheSampleOnlyLeavesTheFront() {
        assertThat(undefined(advanced(search(), EPOCHS))).isNotZero();
        Search reviewed = search();
        reviewed.over(rows());
        assertThat(undefined(advanced(reviewed, EPOCHS))).isZero();
        // What a pass has confirmed needs no other one.
        assertThat(passes).isBetween(1, 4 * EPOCHS);
    }

    @Test
    void aSavedSearchContinuesWithWhatAllRowsHaveConfirmed() {
        Search whole = search();
        whole.over(rows());
        advanced(whole, EPOCHS);
        Search first = search();
        first.over(rows());
        byte[] state = SearchState.save(advanced(first, EPOCHS / 2), DIGEST);
        Search second = search();
        second.over(rows());
        SearchState.load(second, state, DIGEST);
        advanced(second, EPOCHS - EPOCHS / 2);
        assertThat(SearchState.save(second, DIGEST)).isEqualTo(SearchState.save(whole, DIGEST));
        assertThat(second.finish(() -> false)).isEqualTo(whole.finish(() -> false));
    }

    private Search search() {
        double[][] sampled = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, SAMPLED))
                .toArray(double[][]::new);
        return Search.of(Sample.of(sampled, Arrays.copyOf(target, SAMPLED)), OPTIONS, 3);
    }

    private static Search advanced(Search search, int epochs) {
        try (Workers workers = Workers.of(1)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                search.advance(workers, () -> false);
            }
        }
        return search;
    }

    /** The members of the front without a value in a row. */
    private long undefined(Search search) {
        Evaluator evaluator = new Evaluator();
        return search.front().stream()
                .map(Candidate::expression)
                .filter(expression ->
                        !Arrays.stream(evaluator.predict(expression, columns)).allMatch(Double::isFinite))
                .count();
    }

    private AllRows rows() {
        return new BlockRows(List.of(RowBlock.of(columns, target)), List.of(), generation -> passes++);
    }
}
