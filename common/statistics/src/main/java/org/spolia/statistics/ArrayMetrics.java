package org.spolia.statistics;

import java.util.Arrays;

/**
 * Metrics of predicted arrays against targets of the same length, one row each. A value counts if prediction and target
 * are finite; all others, such as masked values, are left out of every sum. Undefined results are NaN.
 */
public final class ArrayMetrics {
    private ArrayMetrics() {}

    /**
     * 1 less the sum of squared residuals over that of the squared distances of the target from its mean at each
     * position: R² of the positions, weighted by their variances (as scikit-learn's "variance_weighted"); NaN if
     * nothing varies.
     */
    public static double r2(double[][] prediction, double[][] target) {
        double residuals = 0;
        double distances = 0;
        for (int place = 0; place < places(target); place++) {
            double[] predicted = counted(prediction, target, place, prediction);
            double[] wanted = counted(prediction, target, place, target);
            if (wanted.length > 0) {
                residuals += Metrics.residualSumOfSquares(predicted, wanted);
                distances += Moments.populationVariance(wanted) * wanted.length;
            }
        }
        return distances > 0 ? 1 - residuals / distances : Double.NaN;
    }

    /**
     * The root of the sum of squared residuals over that of the squared target, over all values; NaN for a target that
     * is 0 everywhere.
     */
    public static double nrmse(double[][] prediction, double[][] target) {
        double residuals = 0;
        double squares = 0;
        for (int place = 0; place < places(target); place++) {
            double[] wanted = counted(prediction, target, place, target);
            residuals += Metrics.residualSumOfSquares(counted(prediction, target, place, prediction), wanted);
            squares += Vectors.dot(wanted, wanted);
        }
        return squares > 0 ? Math.sqrt(residuals / squares) : Double.NaN;
    }

    private static int places(double[][] target) {
        return target.length == 0 ? 0 : target[0].length;
    }

    /** Returns the values at a position of the rows whose prediction and target are finite there. */
    private static double[] counted(double[][] prediction, double[][] target, int place, double[][] of) {
        double[] values = new double[target.length];
        int count = 0;
        for (int row = 0; row < target.length; row++) {
            if (Double.isFinite(prediction[row][place]) && Double.isFinite(target[row][place])) {
                values[count++] = of[row][place];
            }
        }
        return Arrays.copyOf(values, count);
    }
}
