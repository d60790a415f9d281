package org.spolia.symbolic.search.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.SearchState;
import org.spolia.symbolic.search.Workers;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.options.Evolution;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Validation;

/** Steps that throw, in code that the caller passes to a search, do not end it. */
class FailureTest {
    private static final byte[] DATA = {1};
    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "sqrt", "exp")), 8_000)
            .withPopulations(4, 12);
    private static final BooleanSupplier THROWS = () -> {
        throw new ArithmeticException("injected");
    };
    private static final BooleanSupplier THROWS_IN_ISLANDS = () -> isInIsland() && THROWS.getAsBoolean();
    private static final BooleanSupplier NEVER = () -> false;

    private static boolean isInIsland() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().endsWith(".Island")));
    }

    @ParameterizedTest
    @EnumSource(Evolution.class)
    void aSearchWhoseIslandsFailAtEachEventHasAResultAllTheSame(Evolution evolution) {
        SearchResult result = run(OPTIONS.withEvolution(evolution, 4), 1, THROWS_IN_ISLANDS, NEVER);
        assertThat(result.candidates()).isNotEmpty();
        assertThat(result.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.toString()).matches("evolution: ArithmeticException \\(\\d+ times\\)"));
        // The library continues by itself.
        assertThat(result.best().loss()).isLessThan(1e-20);
    }

    @Test
    void aPolishThatFailsLeavesTheModelsAsTheyAre() {
        SearchOptions options = OPTIONS.withValidation(new Validation(Selection.HELD_OUT, 5, false));
        SearchResult result = run(options, 1, NEVER, THROWS);
        assertThat(result.candidates()).isNotEmpty();
        assertThat(result.failures().stream().map(Failure::strategy))
                .containsExactly(Strategy.POLISH, Strategy.HELD_OUT, Strategy.SNAPPING);
        assertThat(result.failures().stream().map(Failure::count)).containsOnly(1L);
    }

    @Test
    void stackOverflowsAreFailuresOfAStepToo() {
        SearchResult result = run(OPTIONS.withEvaluations(1000), 1, () -> overflow(0), NEVER);
        assertThat(result.failures())
                .extracting(Failure::exception)
                .containsOnly(StackOverflowError.class.getSimpleName());
    }

    private static boolean overflow(int depth) {
        return depth < 0 || overflow(depth + 1);
    }

    @Test
    void runningOutOfMemoryIsNot() {
        BooleanSupplier exhausted = () -> {
            throw new OutOfMemoryError("injected");
        };
        assertThatThrownBy(() -> run(OPTIONS, 1, exhausted, NEVER)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void theSameFailuresGiveTheSameBytesOnAnyNumberOfThreads() {
        String one = text(run(OPTIONS, 1, THROWS, NEVER));
        assertThat(text(run(OPTIONS, 3, THROWS, NEVER))).isEqualTo(one);
    }

    @Test
    void aResumedSearchCountsWhatFailedBefore() {
        try (Workers workers = Workers.of(2)) {
            Search whole = search(OPTIONS);
            Search first = search(OPTIONS);
            for (int epoch = 0; epoch < 2; epoch++) {
                whole.advance(workers, THROWS);
                first.advance(workers, THROWS);
            }
            Search second = search(OPTIONS);
            SearchState.load(second, SearchState.save(first, DATA), DATA);
            assertThat(second.failures()).isNotEmpty().isEqualTo(whole.failures());
            while (!whole.finished()) {
                whole.advance(workers, THROWS);
            }
            while (!second.finished()) {
                second.advance(workers, THROWS);
            }
            assertThat(text(second.finish(NEVER))).isEqualTo(text(whole.finish(NEVER)));
        }
    }

    private static SearchResult run(
            SearchOptions options, int threads, BooleanSupplier stopped, BooleanSupplier finishing) {
        try (Workers workers = Workers.of(threads)) {
            Search search = search(options);
            while (!search.finished()) {
                search.advance(workers, stopped);
            }
            return search.finish(finishing);
        }
    }

    private static Search search(SearchOptions options) {
        Randomness random = new Randomness().at(7, 0, 0, 0);
        double[][] columns = new double[2][60];
        double[] target = new double[60];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = 1 + random.nextDouble();
            columns[1][row] = 1 + random.nextDouble();
            target[row] = columns[0][row] * columns[1][row] + 2;
        }
        return Search.of(Sample.of(columns, target), options, 5);
    }

    private static String text(SearchResult result) {
        return result.candidates().stream()
                        .map(candidate -> candidate.expression() + " " + candidate.loss())
                        .collect(Collectors.joining("; "))
                + result.selected()
                + result.failures()
                + result.evaluations();
    }
}
