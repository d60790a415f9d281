package org.spolia.experiment.problem;

import java.util.Optional;
import org.spolia.symbolic.expression.Expression;

/**
 * How close a law comes to the certified fit of measurements: sums of squared residuals over all rows, held-out ones included, in the
 * square of the unit of the (transformed) target.
 *
 * @param certified what the source states
 * @param found that of the law; infinite where it is not finite
 */
public record ResidualComparison(double certified, double found) {

    /** The comparison for a problem with a certified sum; empty for any other. */
    public static Optional<ResidualComparison> of(Problem problem, String law) {
        if (!(problem instanceof MeasuredProblem measured) || measured.residualSumOfSquares() == 0) {
            return Optional.empty();
        }
        Expression expression = Expression.parse(law, measured.variableNames());
        return Optional.of(new ResidualComparison(
                measured.residualSumOfSquares(), measured.open().residualSumOfSquares(expression)));
    }

    /** The sum of the law over the certified one: 1 for as good a fit, below 1 for a better one. */
    public double ratio() {
        return found / certified;
    }
}
