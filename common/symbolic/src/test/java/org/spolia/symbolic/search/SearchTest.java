package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchCounts;
import org.spolia.symbolic.search.result.SearchResult;

class SearchTest {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final byte[] DATA = {1, 2, 3};
    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin")), 30_000)
            .withPopulations(6, 20);
    private static final SearchOptions PLAIN =
            OPTIONS.withPrecision(FloatingPoint.FLOAT32).plain();

    static Stream<SearchOptions> options() {
        return Stream.of(OPTIONS, PLAIN, OPTIONS.withPrecision(FloatingPoint.FLOAT32));
    }

    @ParameterizedTest
    @CsvSource({"'+,*', 40", "'+,-,*,/', 300"})
    void leavesOutPowersThatOutgrowAnyTreeAsProducts(String operators, int rows) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[1][rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = 0.1 + 5 * random.nextDouble();
            double noise = 1 + 0.05 * (2 * random.nextDouble() - 1);
            target[row] = 3.2 * columns[0][row] / (columns[0][row] + 0.75) * noise;
        }
        SearchOptions options = SearchOptions.of(OperatorSet.of(List.of(operators.split(","))), 300_000)
                .withPopulations(2, 10);
        SearchResult result = Search.run(columns, target, options, 0);
        assertThat(result.best().loss()).isLessThan(0.007);
    }

    @ParameterizedTest
    @CsvSource({"x*y/(x + y)", "sqrt(x/y)*3", "2*exp(-x)*y", "x^2*sin(2*y)"})
    void findsTheLaw(String law) {
        double[][] columns = columns(11, 300);
        double[] target = new Evaluator().predict(Expression.parse(law, VARIABLES), columns);
        SearchResult result = Search.run(columns, target, OPTIONS.withEvaluations(400_000), 1);
        double[][] outside = columns(12, 300);
        for (double[] column : outside) {
            for (int row = 0; row < column.length; row++) {
                column[row] += 3;
            }
        }
        double[] truth = new Evaluator().predict(Expression.parse(law, VARIABLES), outside);
        double[] found = new Evaluator().predict(result.best().expression(), outside);
        for (int row = 0; row < truth.length; row++) {
            assertThat(found[row])
                    .isCloseTo(truth[row], org.assertj.core.api.Assertions.within(1e-6 * Math.abs(truth[row]) + 1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"x*exp(-y) + y", "sin(x)/y", "sqrt(x) - y*y"})
    void plainEvolutionInSinglePrecisionFindsTheLaw(String law) {
        double[][] columns = columns(11, 300);
        double[] target = new Evaluator().predict(Expression.parse(law, VARIABLES), columns);
        Candidate best =
                Search.run(columns, target, PLAIN.withEvaluations(400_000), 1).best();
        assertThat(best.loss()).isLessThan(1e-20);
    }

    @Test
    void countsEvaluatedExpressions() {
        try (Workers workers = Workers.of(2)) {
            Search search = Search.of(noisy(), PLAIN, 5);
            search.advance(workers, () -> false);
            long started = search.counts().expressions();
            assertThat(started).isBetween(6 * 20L, 6 * 20 * 10L);
            search.advance(workers, () -> false);
            SearchCounts counts = search.counts();
            assertThat(counts.expressions()).isGreaterThan(started);
            assertThat(counts.repeats()).isPositive();
            assertThat(counts.nodes()).isBetween(counts.expressions(), OPTIONS.maxSize() * counts.expressions());
        }
    }

    @Test
    void threadsDoNotChangeTheResult() {
        assertThat(run(OPTIONS, 2)).isEqualTo(run(OPTIONS, 1));
        assertThat(run(OPTIONS, 4)).isEqualTo(run(OPTIONS, 1));
        assertThat(run(PLAIN, 2)).isEqualTo(run(PLAIN, 1));
    }

    @ParameterizedTest
    @MethodSource("options")
    void aResumedSearchEndsLikeAnUninterruptedOne(SearchOptions options) {
        Sample sample = noisy();
        try (Workers workers = Workers.of(2)) {
            Search first = Search.of(sample, options, 5);
            for (int epoch = 0; epoch < 7; epoch++) {
                first.advance(workers, () -> false);
            }
            byte[] saved = SearchState.save(first, DATA);
            Search second = Search.of(sample, options, 5);
            SearchState.load(second, saved, DATA);
            assertThat(SearchState.save(second, DATA)).isEqualTo(saved);
            assertThat(end(second, workers)).isEqualTo(end(first, workers));
        }
    }

    @Test
    void aSavedSearchBelongsToItsOptionsAndData() {
        Sample sample = noisy();
        byte[] saved = SearchState.save(Search.of(sample, OPTIONS, 5), DATA);
        assertThatThrownBy(() -> SearchState.load(Search.of(sample, OPTIONS, 6), saved, DATA))
                .hasMessageContaining("other options or another seed");
        assertThatThrownBy(() -> SearchState.load(Search.of(sample, OPTIONS, 5), saved, new byte[] {9}))
                .hasMessageContaining("other data");
        assertThatThrownBy(() -> SearchState.load(Search.of(sample, OPTIONS, 5), new byte[] {1, 2, 3, 4, 5}, DATA))
                .hasMessageContaining("it is not a saved search");
    }

    @Test
    void spendsNoMoreThanItsBudget() {
        SearchResult result = search(OPTIONS, 1);
        assertThat(result.evaluations()).isBetween(OPTIONS.evaluations() / 2, OPTIONS.evaluations() * 11 / 10);
    }

    @Test
    void keepsSeveralModelsOfOneComplexity() {
        SearchResult result = search(OPTIONS, 1);
        assertThat(result.candidates().stream()
                        .collect(Collectors.groupingBy(Candidate::complexity, Collectors.counting())))
                .containsValue(5L)
                .allSatisfy((complexity, count) -> assertThat(count).isLessThanOrEqualTo(5));
        assertThat(result.candidates())
                .allSatisfy(candidate -> assertThat(candidate.complexity())
                        .isEqualTo(candidate.expression().size())
                        .isLessThanOrEqualTo(OPTIONS.maxSize()));
    }

    @Test
    void aTargetWithoutStructureIsItsMean() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = columns(3, 200);
        double[] target = new double[200];
        for (int row = 0; row < 200; row++) {
            target[row] = 5 + random.nextGaussian();
        }
        assertThat(Search.run(columns, target, OPTIONS.withEvaluations(20_000), 0)
                        .best()
                        .complexity())
                .isEqualTo(1);
    }

    private static double[][] columns(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[2][rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                column[row] = 0.5 + 2 * random.nextDouble();
            }
        }
        return columns;
    }

    private static Sample noisy() {
        double[][] columns = columns(21, 150);
        SplittableRandom random = new SplittableRandom(4);
        double[] target = new Evaluator().predict(Expression.parse("x*exp(-y) + y", VARIABLES), columns);
        for (int row = 0; row < target.length; row++) {
            target[row] += 0.05 * random.nextGaussian();
        }
        return Sample.of(columns, target);
    }

    private static String run(SearchOptions options, int threads) {
        return text(search(options, threads));
    }

    private static SearchResult search(SearchOptions options, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return finish(Search.of(noisy(), options, 5), workers);
        }
    }

    private static String end(Search search, Workers workers) {
        return text(finish(search, workers));
    }

    private static SearchResult finish(Search search, Workers workers) {
        while (!search.finished()) {
            search.advance(workers, () -> false);
        }
        return search.finish(() -> false);
    }

    private static String text(SearchResult result) {
        return result.evaluations() + " " + result.selected() + " "
                + result.candidates().stream()
                        .map(candidate -> candidate.rank() + " " + Double.doubleToLongBits(candidate.loss()) + " "
                                + candidate.expression().infix(VARIABLES))
                        .collect(Collectors.joining("\n"));
    }
}
