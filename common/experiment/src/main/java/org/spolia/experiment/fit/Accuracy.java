package org.spolia.experiment.fit;

import java.util.List;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.rows.CellSums;
import org.spolia.symbolic.rows.Demand;
import org.spolia.symbolic.rows.Generation;

/**
 * The errors of a model on the rows that it was fitted to. Rows count with their weights, so that the mean loss is that
 * of the search.
 *
 * @param loss the mean loss of the residuals
 * @param lossError the standard error of that mean
 * @param rootMeanSquare the root mean square of the residuals
 * @param rootMeanSquareError its standard error
 * @param largest the largest absolute residual; NaN if it is unknown
 * @param spread the standard deviation of the target
 */
public record Accuracy(
        double loss,
        double lossError,
        double rootMeanSquare,
        double rootMeanSquareError,
        double largest,
        double spread) {
    /** If the model is undefined at a row, the result is not finite. */
    static Accuracy of(TrainingTable table, double[] predictions, Loss loss) {
        int rows = table.rows();
        double[] weights = weights(table);
        double[] costs = new double[rows];
        double[] residuals = new double[rows];
        double[] deviations = new double[rows];
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += weights[row] * (table.values()[row] / rows);
        }
        for (int row = 0; row < rows; row++) {
            residuals[row] = predictions[row] - table.values()[row];
            deviations[row] = table.values()[row] - mean;
            costs[row] = loss.of(residuals[row], table.values()[row]);
        }
        double[] cost = mean(costs, weights);
        double[] square = rootMeanSquare(residuals, weights);
        return new Accuracy(
                cost[0], cost[1], square[0], square[1], largest(residuals), rootMeanSquare(deviations, weights)[0]);
    }

    /**
     * Returns the errors over all rows if a search saw a sample of them. The largest residual is unknown then: NaN.
     *
     * @param model the model, with the constants of each group if there are groups
     * @param mean the mean of the target, near enough
     */
    static Accuracy of(AllRows rows, Generation model, double mean) {
        CellSums target = rows.evaluate(Generation.of(List.of(Expression.constant(mean)), Demand.MOMENTS, Loss.SQUARE)
                        .withTarget(mean, 1))
                .total();
        double shifted = target.target() / target.weight();
        double variance = target.targetSquares() / target.weight() - shifted * shifted;
        double[] cost = mean(rows, model);
        double[] square = model.loss().equals(Loss.SQUARE) ? cost : mean(rows, model.with(Loss.SQUARE));
        double root = Math.sqrt(square[0]);
        return new Accuracy(
                cost[0],
                cost[1],
                root,
                root > 0 ? square[1] / (2 * root) : 0,
                Double.NaN,
                Math.sqrt(Math.max(0, variance)));
    }

    /** Returns the mean loss over all rows and its standard error. */
    private static double[] mean(AllRows rows, Generation model) {
        CellSums sums = rows.evaluate(model.with(Demand.SPREAD)).total();
        return new double[] {sums.meanLoss(0), sums.meanLossError(0)};
    }

    /** The share of the target's variance that the model explains. */
    public double determination() {
        double relative = rootMeanSquare / spread;
        return 1 - relative * relative;
    }

    /** Returns weights with a mean of 1. */
    private static double[] weights(TrainingTable table) {
        double[] weights = new double[table.rows()];
        double sum = 0;
        for (double weight : table.weights()) {
            sum += weight;
        }
        for (int row = 0; row < weights.length; row++) {
            weights[row] = table.weights().length == 0 ? 1 : table.weights()[row] / (sum / weights.length);
        }
        return weights;
    }

    /** Returns the mean and its standard error. */
    private static double[] mean(double[] values, double[] weights) {
        int count = values.length;
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += weights[i] * values[i] / count;
        }
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double deviation = weights[i] * values[i] - mean;
            squares += deviation * deviation;
        }
        return new double[] {mean, Math.sqrt(squares / Math.max(1, count - 1) / count)};
    }

    /**
     * Returns the root mean square and its standard error. Squares are relative to the largest value, so that they
     * cannot overflow.
     */
    private static double[] rootMeanSquare(double[] values, double[] weights) {
        double scale = largest(values);
        if (scale == 0 || !Double.isFinite(scale)) {
            return new double[] {scale, scale};
        }
        double[] squares = new double[values.length];
        for (int i = 0; i < squares.length; i++) {
            double share = values[i] / scale;
            squares[i] = share * share;
        }
        double[] mean = mean(squares, weights);
        double root = Math.sqrt(mean[0]);
        return new double[] {scale * root, scale * (mean[1] / (2 * root))};
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
