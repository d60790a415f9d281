package org.spolia.symbolic.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;

class EnclosingTest {
    private static final List<String> NAMES = List.of("x", "y");
    private static final double STEP = 1e-6;

    /**
     * For many small boxes, values and difference quotients lie in the enclosures, up to the error of the quotients.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x*y - x/y",
                "x^3 - y^2 + x^(-1)",
                "x^1.7*y^x",
                "abs(x - 1)*y",
                "sqrt(x) + cbrt(y) + square(x - y) + cube(x - 2)",
                "exp(-x)*log(y) + log2(x) + log10(y) + log1p(x)",
                "sin(3*x) + cos(2*y) + tan(x/9)",
                "asin(x/9) + acos(y/9) + atan(x - y) + tanh(x - 2)",
                "sinh(x - 2) + cosh(y - 2) + asinh(x) + acosh(1 + y) + atanh(x/9)",
                "erf(x - 1) + erfc(y - 1) + logistic(x - y) + x/(1 + x) + inv(y)",
                "max(x, y) - min(x, 2*y) + relu(x - y)",
                "lambertw(x)*y + floor(x) + ceil(y) + round(x) + sign(x - 2)",
                "li2(x) + gamma(y) + j0(x) + mod(x, y)"
            })
    void valuesAndSlopesLieWithin(String formula) {
        Expression expression = Expression.parse(formula, NAMES);
        SplittableRandom random = new SplittableRandom(5);
        for (int box = 0; box < 300; box++) {
            List<Interval> ranges = new ArrayList<>();
            for (int variable = 0; variable < 2; variable++) {
                double low = random.nextDouble(0.1, 3.5);
                ranges.add(new Interval(low, low + random.nextDouble(0.001, 1)));
            }
            Enclosure enclosure = expression.fold(new Enclosing(ranges));
            for (int point = 0; point < 20; point++) {
                double[] at = ranges.stream()
                        .mapToDouble(range -> random.nextDouble(range.low(), range.high() - 2 * STEP))
                        .toArray();
                double value = value(expression, at);
                contains(enclosure.value(), value, 1e-12 * (1 + Math.abs(value)));
                for (int variable = 0; variable < 2; variable++) {
                    double[] next = at.clone();
                    next[variable] += STEP;
                    double slope = (value(expression, next) - value) / STEP;
                    contains(enclosure.slopes().get(variable), slope, 1e-3 * (1 + Math.abs(slope) + Math.abs(value)));
                }
            }
        }
    }

    private static double value(Expression expression, double[] at) {
        return new Evaluator().predict(expression, new double[][] {{at[0]}, {at[1]}})[0];
    }

    /** Steps have slopes that no difference quotient has. */
    private static void contains(Interval interval, double value, double tolerance) {
        assertThat(value).isBetween(interval.low() - tolerance, interval.high() + tolerance);
    }

    @ParameterizedTest
    @CsvSource({"log(x - 1)", "1/(x - 1)", "sqrt(x - 1)", "tan(2*x)", "(x - 1)^0.5", "asin(x)"})
    void aValueUndefinedSomewhereIsNowhere(String formula) {
        Enclosure enclosure =
                Expression.parse(formula, NAMES).fold(new Enclosing(List.of(new Interval(0.5, 2), new Interval(0, 1))));

        assertThat(enclosure.value().isAtLeast(Double.NEGATIVE_INFINITY)).isFalse();
    }

    @Test
    void rootsRiseFromZero() {
        Enclosure enclosure = Expression.parse("sqrt(x) + x^1.5", NAMES)
                .fold(new Enclosing(List.of(new Interval(0, 2), new Interval(0, 1))));

        assertThat(enclosure.value().low()).isZero();
        assertThat(enclosure.slopes().get(0).isAtLeast(0)).isTrue();
    }
}
