package org.spolia.symbolic.library.algebraic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.library.Shortlist;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.Library;

class AlgebraicSearchTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log"));
    private static final long BUDGET = 300_000_000;
    private static final int LIBRARY_ROWS = 48;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x*y^2/((x - z^2)^2 + z^2*y^2)",
                "0 - x/sqrt((y^2 - z^2)^2 + x^2*z^2)",
                "sqrt(x^2 + (y*z - 1/y)^2)",
                "x*y - 2*z + (3*x^2 - y)*log(z)",
                "x*x*x - 2*x*y*z + 0.37*y*y",
                "0.01*(10 - 7*x)/(exp(1 - 0.7*x) - 1)",
                "x^2/(exp(1.7*x/y) - 1)",
                "2.5/(exp(3*z) + 0.4)",
                "(1 - exp(0 - 0.8*x*y))/(2 + z)"
            })
    void findsThePlantedForm(String law) {
        Shortlist found = search(law, OPERATORS, BUDGET, 4);

        assertThat(found.loss()).isLessThan(1e-18);
        assertThat(found.formulas())
                .filteredOn(formula -> Expression.parse(formula, NAMES).size() <= 30)
                .isNotEmpty();
    }

    @Test
    void worksWithoutPowersOfItsOwn() {
        OperatorSet operators = OperatorSet.of(List.of("+", "*", "/", "sqrt"));

        Shortlist found = search("x/sqrt((y^2 - z^2)^2 + x^2*z^2)", operators, BUDGET, 1);

        assertThat(found.loss()).isLessThan(1e-20);
        assertThat(found.formulas())
                .allSatisfy(formula -> assertThat(operators.texts())
                        .containsAll(Expression.parse(formula, NAMES)
                                .operatorCounts()
                                .keySet()));
    }

    @Test
    void costsNoMoreThanItsBudget() {
        Sample sample = sample("exp(x*y)/z");
        long budget = 500_000;

        long cost = AlgebraicSearch.of(library(sample, OPERATORS), sample, budget)
                .work(0, 1, new Shortlist(sample, NAMES), () -> false);

        assertThat(cost).isPositive().isLessThanOrEqualTo(budget);
    }

    private static Shortlist search(String law, OperatorSet operators, long budget, int parts) {
        Sample sample = sample(law);
        AlgebraicSearch search = AlgebraicSearch.of(library(sample, operators), sample, budget);
        Shortlist shortlist = new Shortlist(sample, NAMES);
        for (int part = 0; part < parts; part++) {
            search.work(part, parts, shortlist, () -> false);
        }
        return shortlist;
    }

    private static Library library(Sample sample, OperatorSet operators) {
        SplittableRandom random = new SplittableRandom(2);
        int[] rows = IntStream.range(0, LIBRARY_ROWS).toArray();
        return Library.of(sample, CoordinateView.ofVariables(3), rows, operators, 2048, 30, random::nextLong);
    }

    private static Sample sample(String law) {
        SplittableRandom random = new SplittableRandom(17);
        double[][] columns = new double[3][400];
        for (double[] column : columns) {
            for (int row = 0; row < column.length; row++) {
                column[row] = 1.1 + 2 * random.nextDouble();
            }
        }
        return Sample.of(columns, new Evaluator().predict(Expression.parse(law, NAMES), columns));
    }
}
