package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.front.AdmissionRules;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Units;
import org.spolia.symbolic.search.result.Candidate;

/** Searches with operators that formulas define. */
class DefinedOperatorSearchTest {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final byte[] DATA = {7};
    private static final String HILL = "hill(s, k) = s^2/(s^2 + k^2)";
    private static final String CLAMP = "clamp(x, low, high) = min(max(x, low), high)";
    private static final List<String> TEXTS =
            List.of("+", "-", "*", "/", "pow", HILL, CLAMP, "soft(x) = log1p(exp(x))", "mean(x, y) = 0.5*(x + y)");

    @Test
    void aLawIsAsLongAsItsOperatorsMakeIt() {
        double[][] columns = columns(300);
        double[] target = new Evaluator().predict(Expression.parse("3*x^2/(x^2 + y^2) + x", VARIABLES), columns);
        List<String> without = List.of("+", "-", "*", "/", "pow");
        List<String> with = List.of("+", "-", "*", "/", "pow", HILL);

        Candidate found = Search.run(columns, target, options(with), 1).best();

        assertThat(found.loss()).isLessThan(1e-20);
        assertThat(found.complexity()).isEqualTo(7);
        assertThat(found.expression().infix(VARIABLES)).contains("hill(x, y)");
        assertThat(Search.run(columns, target, options(without), 1).best().complexity())
                .isGreaterThan(7);
    }

    /** The library has no operators with three operands, but the evolution does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsALawWithAnOperatorOfThreeOperands(boolean plain) {
        double[][] columns = columns(300);
        double[] target = new Evaluator()
                .predict(Expression.parse("y*clamp(x, 1, 2)", VARIABLES, Definitions.parse(List.of(CLAMP))), columns);
        SearchOptions options = options(List.of("+", "-", "*", "/", CLAMP)).withEvaluations(100_000);

        Candidate found = Search.run(columns, target, plain ? options.plain() : options, 1)
                .best();

        assertThat(found.loss()).isLessThan(1e-6);
        assertThat(found.expression().operatorCounts()).containsKey(CLAMP);
    }

    @Test
    void theOrderOfOperatorsMattersToNothing() {
        List<String> reversed = new ArrayList<>(TEXTS);
        Collections.reverse(reversed);

        assertThat(text(options(reversed), 2)).isEqualTo(text(options(TEXTS), 1));
    }

    @Test
    void aResumedSearchEndsLikeAnUninterruptedOne() {
        Sample sample = noisy();
        try (Workers workers = Workers.of(2)) {
            Search first = Search.of(sample, options(TEXTS), 5);
            for (int epoch = 0; epoch < 5; epoch++) {
                first.advance(workers, () -> false);
            }
            byte[] saved = SearchState.save(first, DATA);
            Search second = Search.of(sample, options(TEXTS), 5);
            SearchState.load(second, saved, DATA);
            assertThat(SearchState.save(second, DATA)).isEqualTo(saved);
            assertThat(end(second, workers)).isEqualTo(end(first, workers));
        }
    }

    @Test
    void complexitiesAndConstraintsAreAboutTheOperatorAsANode() {
        Constraints constraints = new Constraints(
                Map.of(CLAMP, 3.0), 1, List.of(), Map.of(CLAMP, List.of(1, 1, 1)), Map.of(), Units.NONE);
        AdmissionRules admission = new AdmissionRules(options(TEXTS).withConstraints(constraints));
        OperatorSet operators = OperatorSet.of(TEXTS);

        assertThat(admission.complexity(Expression.parse("clamp(x, 1, 2)", VARIABLES, operators.definitions())
                        .toTree()))
                .isEqualTo(6);
        assertThat(admission.admits(Expression.parse("clamp(x, 1, 2)", VARIABLES, operators.definitions())
                        .toTree()))
                .isTrue();
        assertThat(admission.admits(Expression.parse("clamp(x, 1 + y, 2)", VARIABLES, operators.definitions())
                        .toTree()))
                .isFalse();
    }

    /** Each level doubles the length of the written formula. */
    @Test
    void aLawThatIsTooLongToWriteIsNotAdmitted() {
        AdmissionRules admission = new AdmissionRules(options(TEXTS));
        OperatorSet operators = OperatorSet.of(List.of("twice(x) = x + x"));
        String five = "twice(".repeat(5) + "x" + ")".repeat(5);
        String twenty = "twice(".repeat(20) + "x" + ")".repeat(20);

        assertThat(admission.admits(Expression.parse(five, VARIABLES, operators.definitions())
                        .toTree()))
                .isTrue();
        assertThat(admission.admits(Expression.parse(twenty, VARIABLES, operators.definitions())
                        .toTree()))
                .isFalse();
    }

    private static SearchOptions options(List<String> texts) {
        return SearchOptions.of(OperatorSet.of(texts), 20_000).withPopulations(4, 20);
    }

    private static Sample noisy() {
        double[][] columns = columns(120);
        double[] target = new Evaluator().predict(Expression.parse("x*exp(-y) + log(y)", VARIABLES), columns);
        SplittableRandom random = new SplittableRandom(4);
        for (int row = 0; row < target.length; row++) {
            target[row] += 0.05 * random.nextGaussian();
        }
        return Sample.of(columns, target);
    }

    private static double[][] columns(int rows) {
        SplittableRandom random = new SplittableRandom(21);
        return new double[][] {
            random.doubles(rows, 0.5, 2.5).toArray(),
            random.doubles(rows, 0.5, 2.5).toArray()
        };
    }

    private static String text(SearchOptions options, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return end(Search.of(noisy(), options, 5), workers);
        }
    }

    private static String end(Search search, Workers workers) {
        while (!search.finished()) {
            search.advance(workers, () -> false);
        }
        StringBuilder text = new StringBuilder();
        for (Candidate candidate : search.finish(() -> false).candidates()) {
            text.append(Double.doubleToLongBits(candidate.loss())).append(' ');
            text.append(candidate.expression().infix(VARIABLES)).append('\n');
        }
        return text.toString();
    }
}
