package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Units;
import org.spolia.symbolic.search.options.Validation;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.NoModelException;
import org.spolia.symbolic.search.result.SearchResult;

class TemplateSearchTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final byte[] DATA = {4};
    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "exp", "sqrt")), 60_000)
            .withPopulations(6, 27)
            .withMaxSize(16);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f(x) + g(y, z)             | exp(1.3*x) + y/z
            sin(f(x))*g(y, z)          | sin(2.5*x)*(y + 3*z)
            f(x) - f(y)                | x*sqrt(x) - y*sqrt(y)
            f(x*y)/(1 + g(z))          | 2.2*exp(-x*y)/(1 + z^2)
            """)
    void findsTheLaw(String form, String law) {
        Sample sample = sample(law, 300, 1);
        SearchResult result = search(sample, form, OPTIONS, 1, 0);
        Candidate best = result.best();
        assertThat(best.loss()).as("%s", best).isLessThan(1e-20);
        Sample other = sample(law, 300, 2);
        double[] values = new Evaluator().predict(best.expression(), new double[0], other);
        for (int row = 0; row < 300; row++) {
            assertThat(values[row]).isCloseTo(other.targetValue(row), within(1e-8));
        }
    }

    @Test
    void resultsHaveTheReportedFormAndLoss() {
        Sample sample = sample("exp(-x)*3.3 + y*z + 0.01*sin(9*z)", 200, 1);
        SearchResult result = search(sample, "f(x) + g(y, z)", OPTIONS.withEvaluations(20_000), 1, 0);
        assertThat(result.candidates()).hasSizeGreaterThan(10).allSatisfy(candidate -> {
            Composition composition = candidate.composition().orElseThrow();
            List<Composition.Part> parts = composition.parts();
            assertThat(parts).extracting(Composition.Part::name).containsExactly("f", "g");
            assertThat(candidate.expression().infix(NAMES))
                    .isEqualTo(Expression.parse("(" + text(parts.get(0)) + ") + (" + text(parts.get(1)) + ")", NAMES)
                            .infix(NAMES));
            assertThat(candidate.complexity())
                    .isEqualTo(parts.get(0).expression().size()
                            + parts.get(1).expression().size());
            double loss = new Evaluator().residualSquares(candidate.expression().toTree(), sample) / sample.rows();
            assertThat(candidate.loss()).isCloseTo(loss, within(1e-12 * (1 + loss)));
        });
        assertThat(result.evaluations()).isLessThan(21_000);
    }

    private static String text(Composition.Part part) {
        return part.expression().infix(part.arguments());
    }

    @Test
    void threadsAndInterruptionsDoNotChangeTheResult() {
        Sample sample = sample("exp(-x)*3.3 + y*z + 0.01*sin(9*z)", 200, 1);
        SearchOptions options = OPTIONS.withEvaluations(10_000);
        SearchResult result = search(sample, "f(x) + g(y, z)", options, 1, 0);
        assertThat(search(sample, "f(x) + g(y, z)", options, 3, 0)).isEqualTo(result);
        assertThat(search(sample, "f(x) + g(y, z)", options, 2, 3)).isEqualTo(result);
        assertThat(search(sample, "f(x) + g(z, y)", options, 1, 0)).isNotEqualTo(result);
    }

    @Test
    void findsALawWithParametersByCategory() {
        double[] slopes = {1.37, -2.61, 0.53, 4.19};
        Sample plain = sample("x*0", 240, 3);
        double[][] columns = new double[7][240];
        double[] target = new double[240];
        for (int row = 0; row < 240; row++) {
            for (int variable = 0; variable < 3; variable++) {
                columns[variable][row] = plain.value(variable, row);
            }
            int category = row % 4;
            columns[3 + category][row] = 1;
            target[row] = slopes[category] * columns[0][row] + columns[1][row];
        }
        Template template =
                Template.parse("f(x, y, p1)", NAMES, OPTIONS.operators().definitions(), List.of("p1"), 4);
        SearchOptions options = SearchOptions.of(OperatorSet.of(List.of("+", "-", "*")), 150_000)
                .withPopulations(6, 27)
                .withMaxSize(12);
        Search search = Search.of(Sample.of(columns, target), options.withTemplate(template), 1);
        try (Workers workers = Workers.of(1)) {
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
        }
        Candidate best = search.finish(() -> false).best();
        assertThat(best.loss()).as("%s", best).isLessThan(1e-20);
        assertThat(best.complexity()).as("%s", best).isLessThanOrEqualTo(9);
        // Slopes are determined up to the form that contains the parameter.
        double[] values = best.composition().orElseThrow().values(0);
        double[][] rows = {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}, values};
        double[] predicted = new Evaluator().predict(best.expression(), rows);
        for (int category = 0; category < 4; category++) {
            assertThat(predicted[category]).isCloseTo(slopes[category] + 1, within(1e-8));
        }
    }

    @Test
    void otherSearchesTakeTemplatesToo() {
        Sample sample = sample("exp(-x) + y*z", 100, 1);
        for (SearchOptions options : List.of(
                OPTIONS.plain(),
                OPTIONS.withPrecision(FloatingPoint.FLOAT32),
                OPTIONS.withValidation(new Validation(Selection.HELD_OUT, 3, false)))) {
            SearchResult result = search(sample, "f(x) + g(y, z)", options.withEvaluations(40_000), 1, 0);
            assertThat(result.best().loss()).as("%s", result.best()).isLessThan(0.003 * sample.variance());
        }
    }

    @Test
    void dimensionsHoldInTheWhole() {
        Sample sample = sample("x*y*1.5 + z*0.3", 200, 1);
        Units units = new Units(List.of("m/s", "s", "m"), "m", false);
        SearchOptions options = OPTIONS.withEvaluations(20_000).withConstraints(Constraints.NONE.withUnits(units));
        SearchResult result = search(sample, "f(x, y) + g(z)", options, 1, 0);
        assertThat(result.best().loss()).as("%s", result.best()).isLessThan(1e-20);
        assertThat(result.candidates())
                .extracting(candidate -> candidate.expression().infix(NAMES))
                .noneMatch(text -> text.contains("exp(x)") || text.contains("exp(y)") || text.contains("exp(z)"));
    }

    @Test
    void withoutAnyModelItSaysSo() {
        Sample sample = sample("x*y", 50, 1);
        assertThatThrownBy(() -> search(sample, "log(0*f(x) - 1)", OPTIONS.withEvaluations(500), 1, 0))
                .isInstanceOf(NoModelException.class)
                .hasMessageContaining("has a value at every row");
    }

    @Test
    void aTemplateNeedsRoomForItsFunctions() {
        Template template = template("f(x) + g(y) + h(z) + i(x)");
        SearchOptions small = OPTIONS.withMaxSize(3);
        assertThatThrownBy(() -> small.withTemplate(template))
                .hasMessage("maxSize must be at least the 4 functions of the template: 3");
    }

    private static Template template(String form) {
        return Template.parse(form, NAMES, OPTIONS.operators().definitions());
    }

    private static SearchResult search(
            Sample sample, String form, SearchOptions options, int threads, int interruptedAfter) {
        SearchOptions whole = options.withTemplate(template(form));
        Search search = Search.of(sample, whole, 1);
        try (Workers workers = Workers.of(threads)) {
            for (int epoch = 1; !search.finished(); epoch++) {
                search.advance(workers, () -> false);
                if (epoch == interruptedAfter) {
                    byte[] state = SearchState.save(search, DATA);
                    search = Search.of(sample, whole, 1);
                    SearchState.load(search, state, DATA);
                }
            }
        }
        return search.finish(() -> false);
    }

    private static Sample sample(String law, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[3][rows];
        for (double[] column : columns) {
            Arrays.setAll(column, row -> random.nextDouble(0.3, 2));
        }
        return Sample.of(columns, new Evaluator().predict(Expression.parse(law, NAMES), columns));
    }
}
