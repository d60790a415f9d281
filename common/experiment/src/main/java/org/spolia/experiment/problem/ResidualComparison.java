package org.spolia.experiment.problem;

import java.util.Optional;
import org.spolia.symbolic.expression.Expression;

/**
 * Compares a law with the certified fit of measurements: sums of squared residuals over all rows, including held-out
 * ones, in the square of the unit of the (transformed) target.
 *
 * @param certified the value of the source
 * @param found the value of the law; infinite if it is not finite
 */
public record ResidualComparison(double certified, double found) {

    /** Returns the comparison for a problem with a certified sum; empty for any other. */
    public static Optional<ResidualComparison> of(Problem problem, String law) {
        if (!(problem instanceof MeasuredProblem measured) || measured.residualSumOfSquares() == 0) {
            return Optional.empty();
        }
        Expression expression = Expression.parse(law, measured.variableNames());
        return Optional.of(new ResidualComparison(
                measured.residualSumOfSquares(), measured.open().residualSumOfSquares(expression)));
    }

    /** The sum of the law divided by the certified one: 1 for an equal fit, below 1 for a better one. */
    public double ratio() {
        return found / certified;
    }
}
