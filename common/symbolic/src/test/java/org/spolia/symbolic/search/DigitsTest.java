package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.options.SearchOptions;

/** Recognisable constants are found exactly for any number of digits in the data; others keep their value. */
class DigitsTest {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final int ROWS = 60;
    private static final int LAWS = 12;
    private static final List<String> FORMS =
            List.of("A*x^B*y", "A*x + B*y", "A*exp(x*-0.5)*y + B", "A*x/(y + 1.5)", "A*x^2*y");
    private static final List<Double> CONSTANTS =
            List.of(2.0, 0.5, 9.81, 3.0, 1.5, 0.25, 7.0, Math.PI, 4 * Math.PI / 3, 2 * Math.PI);

    /** With four digits, 4.189 fits as well as a multiple of π. */
    private static final int FIRST_OF_PI = 7;

    private static final List<Double> EXPONENTS = List.of(2.0, 0.5, 1.5, 3.0, 0.25, -1.0, 2.5);

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17})
    void recognisableConstantsAreExact(int digits) {
        SplittableRandom random = new SplittableRandom(digits);
        List<Double> constants = digits > 4 ? CONSTANTS : CONSTANTS.subList(0, FIRST_OF_PI);
        for (int law = 0; law < LAWS; law++) {
            double a = constants.get(random.nextInt(constants.size()));
            String form = FORMS.get(random.nextInt(FORMS.size()));
            List<Double> others = form.contains("^B") ? EXPONENTS : constants;
            double b = others.get(random.nextInt(others.size()));
            assertExact(form, a, b, digits, random.nextLong());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17})
    void rootsAndMultiplesOfEAreExactWhereTheDataTellThem(int digits) {
        assertExact("A*x + B*y", Math.sqrt(2), Math.E, digits, digits);
        assertExact("A*x^2*y", Math.sqrt(3) / 2, 1, digits, digits);
    }

    @ParameterizedTest
    @CsvSource({
        "3.14259, 9",
        "3.14259, 12",
        "3.14259, 15",
        "3.14259, 17",
        "2.0001, 7",
        "2.0001, 9",
        "2.0001, 12",
        "2.0001, 16",
        "2.0000000001, 14",
        "2.0000000001, 17",
        "1.4142, 9",
        "1.4142, 12",
        "8.314462618, 14"
    })
    void constantsThatTheDataTellFromRoundOnesStay(double constant, int digits) {
        for (String form : List.of("A*x + B*y", "A*x^2*y")) {
            double[][] columns = {{1, 2}, {1, 0}};
            double[] value = new Evaluator().predict(chosen(form, constant, 3, digits, digits), columns);
            double[] truth = new Evaluator().predict(law(form, constant, 3), columns);
            double error = Math.abs(value[0] / truth[0] - 1);
            assertThat(error)
                    .as("%s of %s with %s digits", constant, form, digits)
                    .isLessThan(Math.pow(10, 1 - Math.min(digits, 16)));
        }
    }

    private static void assertExact(String form, double a, double b, int digits, long seed) {
        Expression law = law(form, a, b);
        Expression chosen = chosen(form, a, b, digits, seed);
        double[][] columns = {{0.7, 1.9, 3.3, 4.1}, {0.3, 2.2, 1.4, 0.9}};
        double[] values = new Evaluator().predict(chosen, columns);
        double[] truth = new Evaluator().predict(law, columns);
        for (int row = 0; row < truth.length; row++) {
            assertThat(Math.abs(values[row] - truth[row]) / Math.abs(truth[row]))
                    .as(
                            "%s for %s from %s digits, seed %s",
                            chosen.infix(VARIABLES), law.infix(VARIABLES), digits, seed)
                    .isLessThan(3e-15);
        }
    }

    private static Expression law(String form, double a, double b) {
        return Expression.parse(form.replace("A", "(" + a + ")").replace("B", "(" + b + ")"), VARIABLES);
    }

    /** The selected model of a short search that starts near the law. */
    private static Expression chosen(String form, double a, double b, int digits, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[2][ROWS];
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextDouble(0.5, 5);
            columns[1][row] = random.nextDouble(0.2, 3);
        }
        double[] target = new Evaluator().predict(law(form, a, b), columns);
        List<double[]> written = new ArrayList<>();
        for (double[] column : List.of(columns[0], columns[1], target)) {
            double[] rounded = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                rounded[row] = new BigDecimal(column[row])
                        .round(new MathContext(digits))
                        .doubleValue();
            }
            written.add(rounded);
        }
        Sample sample = Sample.of(new double[][] {written.get(0), written.get(1)}, written.get(2));
        SearchOptions options = SearchOptions.of(OperatorSet.of(List.of("+", "*", "/", "pow", "exp")), 20_000)
                .withPopulations(2, 20);
        Search search = Search.of(sample, options, 1);
        search.guess(List.of(law(form, a * 1.0012345678912, b * 0.9987654321234)));
        try (Workers workers = Workers.of(1)) {
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
        }
        return search.finish(() -> false).best().expression();
    }
}
