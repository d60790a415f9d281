package org.spolia.symbolic.search.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;

class StandardErrorsTest {
    private static final List<String> VARIABLES = List.of("x");

    private static double[][] columns(int rows) {
        double[][] columns = new double[1][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = 0.37 * row;
        }
        return columns;
    }

    /** The textbook formulas of simple linear regression: s / sqrt(Sxx) and s sqrt(1/n + mean² / Sxx). */
    @Test
    void equalThoseOfLinearRegression() {
        int rows = 40;
        double[][] columns = columns(rows);
        SplittableRandom random = new SplittableRandom(5);
        double[] target = new double[rows];
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            target[row] = 1.23456784321 * columns[0][row] + 0.76543214321 + 0.1 * random.nextGaussian();
            mean += columns[0][row] / rows;
        }
        double spread = 0;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            spread += Math.pow(columns[0][row] - mean, 2);
            squares += Math.pow(target[row] - 1.23456784321 * columns[0][row] - 0.76543214321, 2);
        }
        double deviation = Math.sqrt(squares / (rows - 2));
        double[] errors = StandardErrors.of(
                Expression.parse("1.23456784321*x + 0.76543214321", VARIABLES), Sample.of(columns, target));
        assertThat(errors[0]).isCloseTo(deviation / Math.sqrt(spread), within(1e-9));
        assertThat(errors[1]).isCloseTo(deviation * Math.sqrt(1.0 / rows + mean * mean / spread), within(1e-9));
    }

    @Test
    void roundConstantsAndConstantsWithoutDataHaveNone() {
        Sample three = Sample.of(columns(3), new double[] {1, 2, 4});
        assertThat(StandardErrors.of(Expression.parse("2*x + 3.14159265358979312", VARIABLES), three))
                .containsOnly(Double.NaN);
        assertThat(StandardErrors.of(
                        Expression.parse("1.23456784321*x^2.23456784321 + 0.76543214321", VARIABLES), three))
                .containsOnly(Double.NaN);
        assertThat(StandardErrors.of(Expression.parse("x", VARIABLES), three)).isEmpty();
    }
}
