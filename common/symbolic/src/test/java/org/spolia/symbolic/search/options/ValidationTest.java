package org.spolia.symbolic.search.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.CrossValidation;
import org.spolia.symbolic.search.Failures;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.Workers;
import org.spolia.symbolic.search.Workspace;
import org.spolia.symbolic.search.choice.FrontRule;
import org.spolia.symbolic.search.choice.HeldOutRule;
import org.spolia.symbolic.search.choice.Missed;
import org.spolia.symbolic.search.choice.Tried;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.HeldOut;
import org.spolia.symbolic.search.result.SearchResult;

class ValidationTest {
    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "sin", "exp")), 20_000)
            .withPopulations(4, 20);
    private static final Validation FIVE = new Validation(Selection.HELD_OUT, 5, false);

    @Test
    void foldsByChanceHoldEachRowOutOnce() {
        List<Fold> folds = Fold.of(FIVE, 23, 7);
        assertThat(folds.stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.heldOut()))
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, 23).boxed().toList());
        assertThat(folds).allSatisfy(fold -> {
            assertThat(fold.heldOut()).hasSizeBetween(4, 5).isSorted();
            assertThat(fold.fitted()).hasSize(23 - fold.heldOut().length).doesNotContain(fold.heldOut());
        });
        assertThat(Fold.of(FIVE, 23, 7)).isEqualTo(folds).isNotEqualTo(Fold.of(FIVE, 23, 8));
    }

    @Test
    void foldsOfForwardChainingFollowTheRowsOfTheirFit() {
        List<Fold> folds = Fold.of(new Validation(Selection.HELD_OUT, 3, true), 10, 7);
        assertThat(folds.stream().map(fold -> Arrays.toString(fold.heldOut())))
                .containsExactly("[2, 3, 4]", "[5, 6]", "[7, 8, 9]");
        assertThat(folds)
                .allSatisfy(fold -> assertThat(fold.fitted())
                        .containsExactly(IntStream.range(0, fold.heldOut()[0]).toArray()));
    }

    @Test
    void theLossIsThatOfAFitToTheOtherRows() {
        Sample sample = line(60, 3);
        SearchOptions options = OPTIONS.withValidation(FIVE);
        Tree tree = new Tree(8)
                .constant(0.31371415926)
                .variable(0)
                .operator(Opcode.MUL)
                .constant(0.42178182845)
                .operator(Opcode.ADD);
        Model model = new Model(tree, 5, 1, 0, 1, 1);
        CrossValidation validation =
                new CrossValidation(new Workspace(options, 1), sample, options, 7, () -> false, Failures.logged());
        HeldOut heldOut =
                validation.of(List.of(model)).values().iterator().next().heldOut();

        double[] losses = Fold.of(FIVE, 60, 7).stream()
                .mapToDouble(fold -> lossOfRegression(sample, fold))
                .toArray();
        double mean = Arrays.stream(losses).average().orElseThrow();
        double scatter =
                Arrays.stream(losses).map(loss -> Math.pow(loss - mean, 2)).sum();
        assertThat(heldOut.loss()).isCloseTo(mean, within(1e-9 * mean));
        assertThat(heldOut.standardError()).isCloseTo(Math.sqrt(scatter / 20), within(1e-9 * mean));
        assertThat(model.tree().value(0)).as("the model keeps its constants").isEqualTo(0.31371415926);
        assertThat(validation.nodeRows()).isGreaterThan(5 * 5 * 60);
    }

    /** The regression line has a formula. */
    private static double lossOfRegression(Sample sample, Fold fold) {
        double x = mean(fold.fitted(), row -> sample.value(0, row));
        double y = mean(fold.fitted(), sample::targetValue);
        double slope = mean(fold.fitted(), row -> (sample.value(0, row) - x) * (sample.targetValue(row) - y))
                / mean(fold.fitted(), row -> Math.pow(sample.value(0, row) - x, 2));
        return mean(
                fold.heldOut(), row -> Math.pow(y + slope * (sample.value(0, row) - x) - sample.targetValue(row), 2));
    }

    private static double mean(int[] rows, IntToDoubleFunction value) {
        return Arrays.stream(rows).mapToDouble(value).average().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD_OUT", "ONE_STANDARD_ERROR"})
    void aSearchChoosesByRowsHeldOut(Selection selection) {
        Sample sample = line(80, 5);
        SearchResult result = search(sample, OPTIONS.withValidation(new Validation(selection, 5, false)));
        List<Candidate> tried = result.candidates().stream()
                .filter(candidate -> candidate.heldOut().isPresent())
                .toList();
        assertThat(tried)
                .hasSizeGreaterThan(3)
                .containsAll(
                        result.candidates().stream().filter(Candidate::pareto).toList());
        double least = tried.stream()
                .mapToDouble(candidate -> candidate.heldOut().orElseThrow().loss())
                .min()
                .orElseThrow();
        HeldOut chosen = result.best().heldOut().orElseThrow();
        assertThat(chosen.loss()).isLessThan(1.5 * least);
        assertThat(result.best().complexity()).isLessThanOrEqualTo(7);
        double[][] outside = {{4, 5, 6}};
        double[] values = new Evaluator().predict(result.best().expression(), outside);
        for (int row = 0; row < 3; row++) {
            assertThat(values[row]).isCloseTo(2.1 * outside[0][row] + 1.2, within(2.0));
        }
        assertThat(result.evaluations()).isLessThan(OPTIONS.evaluations() * 5 / 4);
    }

    @Test
    void whenNoModelCouldBeTriedTheCriterionChooses() {
        Sample sample = line(80, 5);
        SearchOptions options = OPTIONS.withEvaluations(1_000_000);
        Search search = Search.of(sample, options.withValidation(FIVE), 1);
        Search plain = Search.of(sample, options, 1);
        try (Workers workers = Workers.of(1)) {
            search.advance(workers, () -> false);
            plain.advance(workers, () -> false);
        }
        Candidate chosen = search.finish(() -> false, () -> true).best();
        assertThat(chosen.heldOut()).isEmpty();
        assertThat(chosen.expression())
                .isEqualTo(plain.finish(() -> false).best().expression());
    }

    @ParameterizedTest
    @CsvSource({
        "CRITERION, 3",
        "HELD_OUT, 3",
        "ONE_STANDARD_ERROR, 3",
        "ACCURACY, 4",
        "SCORE, 1",
        "BEST, 2",
    })
    void eachRuleChoosesWhatItSays(Selection selection, int expected) {
        // Rows held out have no say here. Scores: 0, ln(10)/2, ln(2)/2, ln(5/4.9), ln(4.9/4.5)/4; the last three are
        // within 1.5 times the least loss.
        List<Candidate> candidates = List.of(
                candidate(1, 100, 110, 5),
                candidate(3, 10, 11, 1),
                candidate(5, 5, 10.5, 0.6),
                candidate(6, 4.9, 10.7, 1),
                candidate(10, 4.5, 20, 9));
        assertThat(new FrontRule(candidates).choose(selection, () -> 3)).isEqualTo(expected);
    }

    private static Candidate candidate(int complexity, double loss, double heldOut, double error) {
        return new Candidate(
                Expression.constant(complexity),
                complexity,
                1,
                loss,
                true,
                Optional.of(new HeldOut(heldOut, error)),
                Optional.empty());
    }

    @Test
    void ofModelsThatMissAlikeOnHeldOutRowsTheSimplestIsChosen() {
        Model simple = model(5);
        Model large = model(12);
        HeldOutRule rule =
                new HeldOutRule(List.of(simple, large), Map.of(simple, tried(0.3, 0.3), large, tried(0.295, 0.295)));
        assertThat(rule.shortest()).isSameAs(simple);
        assertThat(rule.simplest()).isSameAs(simple);
    }

    @Test
    void aModelThatMissesMuchLessOnHeldOutRowsIsChosen() {
        Model simple = model(5);
        Model large = model(12);
        HeldOutRule rule =
                new HeldOutRule(List.of(simple, large), Map.of(simple, tried(0.3, 0.3), large, tried(0.1, 0.1)));
        assertThat(rule.shortest()).isSameAs(large);
        assertThat(rule.simplest()).isSameAs(large);
    }

    @Test
    void withinAStandardErrorOfTheDifferenceTheSimplerIsChosen() {
        Model simple = model(5);
        Model large = model(6);
        Map<Model, Tried> tried = Map.of(simple, tried(1, 1), large, tried(0.3, 1.32));
        HeldOutRule rule = new HeldOutRule(List.of(simple, large), tried);
        assertThat(rule.shortest()).isSameAs(large);
        assertThat(rule.simplest()).isSameAs(simple);
    }

    @Test
    void modelsWithoutValuesOnHeldOutRowsAreNotChosen() {
        Model none = model(1);
        Model some = model(3);
        Missed missed = Missed.of(new double[] {1, Double.NaN}, new double[] {1, 1}, 0);
        Tried without = Tried.of(HeldOut.of(new double[] {1, Double.NaN}, 0), missed, Loss.SQUARE);
        assertThat(new HeldOutRule(List.of(none, some), Map.of(none, without, some, tried(0.5, 0.5))).shortest())
                .isSameAs(some);
        assertThat(new HeldOutRule(List.of(none), Map.of(none, without)).isEmpty())
                .isTrue();
    }

    private static Model model(int complexity) {
        return new Model(new Tree(1).constant(complexity), complexity, 1, 0, 1, complexity);
    }

    /** A hundred rows that are missed by so much, in turn. */
    private static Tried tried(double even, double odd) {
        double[] residuals = new double[100];
        double[] values = new double[100];
        Arrays.setAll(residuals, row -> (row % 4 < 2 ? 1 : -1) * (row % 2 == 0 ? even : odd));
        Arrays.fill(values, 1);
        double loss = (even * even + odd * odd) / 2;
        return Tried.of(new HeldOut(loss, 0.1), Missed.of(residuals, values, 0), Loss.SQUARE);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new Validation(Selection.HELD_OUT, 1, false))
                .hasMessage("folds must be from 2 to 1000: 1");
        assertThatThrownBy(() -> new Validation(Selection.BEST, 5, false)).hasMessageContaining("leave them out: 5");
        assertThatThrownBy(() -> FIVE.requireRows(4)).hasMessage("5 folds need at least 5 rows; there are 4");
        assertThatThrownBy(() -> new Validation(Selection.HELD_OUT, 4, true).requireRows(4))
                .hasMessage("4 folds of forward chaining need at least 5 rows; there are 4");
    }

    private static SearchResult search(Sample sample, SearchOptions options) {
        Search search = Search.of(sample, options, 1);
        try (Workers workers = Workers.of(1)) {
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
        }
        return search.finish(() -> false);
    }

    /** 2.1 x + 1.2 with noise. */
    private static Sample line(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[1][rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = random.nextDouble(0, 3);
            target[row] = 2.1 * columns[0][row] + 1.2 + 0.5 * random.nextGaussian();
        }
        return Sample.of(columns, target);
    }
}
