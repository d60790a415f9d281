package org.spolia.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;

/**
 * A law that a search found, as a function. Coefficients are differences of its values, so they do not depend on the
 * form of the expression.
 */
public record FoundLaw(String text, List<String> variables) {
    public double at(double... values) {
        double[][] columns =
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
        return new Evaluator().predict(Expression.parse(text, variables), columns)[0];
    }

    /** The increase with a variable in which the law is linear. */
    public double slope(String variable) {
        double[] values = new double[variables.size()];
        double without = at(values);
        values[variables.indexOf(variable)] = 1;
        return at(values) - without;
    }

    public void hasSlope(String variable, double expected, double share) {
        assertThat(slope(variable))
                .as(variable + " in " + text)
                .isCloseTo(expected, within(share * Math.abs(expected)));
    }
}
