package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.SearchResult;

class ScalingTest {
    private static final List<String> NAMES = List.of("x", "z");
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "square", "inv", "max"));
    private static final SearchOptions OPTIONS =
            SearchOptions.of(OPERATORS, 10_000).withPopulations(4, 12);

    @ParameterizedTest
    @CsvSource({
        "1, 3e-170, x*3e-170",
        "1e-310, 3, x*3",
        "1e300, 0.1, x*0.1",
        "1, 5e299, x*5e+299",
        "1e200, 4e-210, x*4e-210"
    })
    void findsProportionsOfAnyScale(double unit, double slope, String law) {
        double[][] columns = {new double[40]};
        double[] target = new double[40];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = (row + 1) * (unit > 1e299 ? 1e300 / 20 : unit);
            target[row] = slope * columns[0][row];
        }
        SearchResult result = Search.run(columns, target, OPTIONS, 0);
        assertThat(result.best().expression().infix(List.of("x"))).isEqualTo(law);
        assertThat(result.relative()).isEqualTo(Math.abs(Math.log10(target[0])) > 140);
        assertThat(result.candidates())
                .allSatisfy(candidate -> assertThat(candidate.loss()).isFinite().isNotNegative())
                .filteredOn(candidate -> candidate.complexity() == 1)
                .allSatisfy(candidate -> assertThat(candidate.loss()).isPositive());
    }

    @ParameterizedTest
    @CsvSource({"1, 1e-60", "1e200, 1", "1e-200, 1e250", "1e40, 1e-40", "1, 1e-250"})
    void theSameLawIsFoundInUnitsOfAnySize(double ofColumn, double ofTarget) {
        SplittableRandom random = new SplittableRandom(4);
        double[][] columns = new double[2][80];
        double[] target = new double[80];
        for (int row = 0; row < target.length; row++) {
            double x = 1 + random.nextDouble();
            double z = 1 + random.nextDouble();
            columns[0][row] = x * ofColumn;
            columns[1][row] = z;
            target[row] = (2.5 * x * x / z + 0.3 + 0.01 * random.nextGaussian()) * ofTarget;
        }
        SearchResult result = Search.run(columns, target, OPTIONS, 0);
        double[] values = new Evaluator().predict(result.best().expression(), columns);
        double left = 0;
        double all = 0;
        double mean =
                Arrays.stream(target).map(value -> value / ofTarget).average().orElseThrow();
        for (int row = 0; row < target.length; row++) {
            left += Math.pow((values[row] - target[row]) / ofTarget, 2);
            all += Math.pow(target[row] / ofTarget - mean, 2);
        }
        assertThat(left / all).isLessThan(2e-4);
        double stated =
                result.relative() ? result.best().loss() : result.best().loss() / ofTarget / ofTarget / (all / 80);
        assertThat(stated).isCloseTo(left / all, org.assertj.core.data.Offset.offset(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "3*x + 2, 0, 40",
        "x*z + x/z, 40, 0",
        "sqrt(x*z) + 1, 41, 3",
        "exp(x/z) - 2*z, 37, -20",
        "x^3*0.5 + z^2, 10, 7",
        "1/(x + z), 9, 9",
        "'max(x, 3)*z', -12, 5",
        "square(x + 0.5)/z, 30, 0",
        "inv(x)*x^0.3, 6, 2"
    })
    void rewritesWithoutChangingAValue(String text, int exponent, int ofResult) {
        Expression expression = Expression.parse(text, NAMES);
        int[] down = {-exponent, 3};
        SplittableRandom random = new SplittableRandom(9);
        for (boolean early : new boolean[] {false, true}) {
            Optional<Expression> moved = Rescaling.of(expression, down, ofResult, OPERATORS, early);
            assertThat(moved).as(text).isPresent();
            for (int i = 0; i < 20; i++) {
                double x = 0.5 + random.nextDouble();
                double z = 0.5 + random.nextDouble();
                double before = at(expression, x, z);
                double after = at(moved.get(), Math.scalb(x, exponent), Math.scalb(z, -3));
                assertThat(Math.scalb(after, -ofResult))
                        .as(moved.get().infix(NAMES))
                        .isCloseTo(before, org.assertj.core.data.Percentage.withPercentage(1e-9));
            }
        }
    }

    private static double at(Expression expression, double x, double z) {
        return new Evaluator().predict(expression, new double[][] {{x}, {z}})[0];
    }

    @Test
    void aConstantIsLeftWhereTheOperatorsCannotWriteAnotherUnit() {
        double[][] columns = {{1, 2, 3, 4, 5, 6}};
        double[] target = {1e-170, 2e-170, 3e-170, 4e-170, 5e-170, 6.5e-170};
        SearchOptions options =
                SearchOptions.of(OperatorSet.of(List.of("+", "pow")), 3000).withPopulations(2, 10);
        SearchResult result = Search.run(columns, target, options, 0);
        assertThat(result.candidates()).isNotEmpty();
        // On six rows, a round constant may replace the mean although it is two nats worse.
        assertThat(result.best().loss()).isPositive().isLessThan(Math.exp(2 * 2.0 / 6));
    }

    @Test
    void ordinaryDataStayAsTheyAre() {
        double[][] columns = {{1e20, 2e-25, 0}, {1, 2, 3}};
        Sample sample = Sample.of(columns, new double[] {1e25, 2, 3});
        assertThat(Scaling.of(sample, OPTIONS).sample()).isSameAs(sample);
    }

    @Test
    void aGuessIsMeantInTheUnitsOfTheData() {
        double[][] columns = {new double[30], new double[30]};
        double[] target = new double[30];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = (1 + row) * 1e200;
            columns[1][row] = 1 + row % 7;
            target[row] = Math.exp(-0.25 * columns[0][row] / 1e200) * columns[1][row] * columns[1][row] * 1e-190;
        }
        Search search = Search.of(Sample.of(columns, target), OPTIONS, 0);
        search.guess(List.of(Expression.parse("exp(x*(-2.5e-201))*z*z*1e-190", NAMES)));
        try (Workers workers = Workers.of(1)) {
            search.advance(workers, () -> false);
        }
        assertThat(search.front().get(search.front().size() - 1).loss()).isLessThan(1e-20);
    }
}
