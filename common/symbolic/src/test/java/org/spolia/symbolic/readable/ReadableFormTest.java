package org.spolia.symbolic.readable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.export.PlainText;
import org.spolia.symbolic.expression.Expression;

/** Raw forms, as a search produces them, and the form of a textbook. */
class ReadableFormTest {
    private static final List<String> VARIABLES = List.of("a", "b", "c", "x", "y", "z");
    private static final int ROWS = 200;

    @ParameterizedTest
    @CsvFileSource(resources = "forms.csv", delimiter = '|')
    void formulasGetTheFormOfATextbook(String raw, String textbook) {
        assertThat(form(raw, positive())).isEqualTo(textbook);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqrt(x^2)        | sqrt(x^2)
            log(x^2)         | log(x^2)
            x*x/x            | x
            (x^2)^0.5*y      | y*sqrt(x^2)
            exp(log(x^2)/2)  | sqrt(x^2)
            abs(x)*abs(x)    | x^2
            """)
    void rulesThatNeedPositiveValuesAreNotUsedForOthers(String raw, String form) {
        assertThat(form(raw, signed())).isEqualTo(form);
    }

    /** Constants were fitted to rounded data, so their last digits are noise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10^(x - y/z)                 | exp(2.302585092992182*(x - y/z))                         | 10^(x - y/z)
            x*log(y/z) - a*b             | x*log(y/z) - 1.0000000000012552*a*b + 5.911555966964e-13 | x*log(y/z) - a*b
            3.141592653589793*x^2        | 3.1415926535921*x^2.0000000000011                        | pi*x^2
            """)
    void constantsOfDataWithTwelveDigitsGetTheirNames(String law, String raw, String form) {
        Sample exact = positive();
        double[][] columns = new double[VARIABLES.size()][ROWS];
        for (int variable = 0; variable < columns.length; variable++) {
            for (int row = 0; row < ROWS; row++) {
                columns[variable][row] = rounded(exact.value(variable, row));
            }
        }
        double[] target = new Evaluator().predict(Expression.parse(law, VARIABLES), columns);
        Sample sample = Sample.of(
                columns, Arrays.stream(target).map(ReadableFormTest::rounded).toArray());

        Expression found = ReadableForm.of(Expression.parse(raw, VARIABLES), sample);

        assertThat(PlainText.asWritten(found, VARIABLES)).isEqualTo(form);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(12)).doubleValue();
    }

    static String form(String raw, Sample sample) {
        Expression expression = Expression.parse(raw, VARIABLES);
        Expression form = ReadableForm.of(expression, sample);
        assertEqualValues(expression, form, sample);
        String text = PlainText.asWritten(form, VARIABLES);
        assertEqualValues(expression, Expression.parse(text, VARIABLES), sample);
        assertThat(ReadableForm.of(form, sample)).isEqualTo(form);
        return text;
    }

    private static void assertEqualValues(Expression expression, Expression form, Sample sample) {
        double[] values = new Evaluator().predict(expression, new double[0], sample);
        double[] others = new Evaluator().predict(form, new double[0], sample);
        for (int row = 0; row < values.length; row++) {
            assertThat(Double.isFinite(others[row])).isEqualTo(Double.isFinite(values[row]));
            if (Double.isFinite(values[row])) {
                assertThat(Math.abs(others[row] - values[row]))
                        .as("%s of %s at row %s", form, expression, row)
                        .isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(values[row])));
            }
        }
    }

    static Sample positive() {
        return sample(0.5, 3);
    }

    private static Sample signed() {
        return sample(-3, 3);
    }

    private static Sample sample(double low, double high) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] columns = new double[VARIABLES.size()][ROWS];
        for (double[] column : columns) {
            for (int row = 0; row < ROWS; row++) {
                column[row] = low + (high - low) * random.nextDouble();
            }
        }
        return Sample.of(columns, columns[0].clone());
    }
}
