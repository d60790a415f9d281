package org.spolia.embedding.token;

import java.util.List;

/**
 * The axes of the largest variance of a sample, in descending order, each with its largest component positive.
 *
 * @param deviations the standard deviations of the sample along them
 */
@SuppressWarnings("ArrayRecordComponent")
record PrincipalAxes(double[] mean, double[][] axes, double[] deviations) {
    private static final int MOST_ROUNDS = 200;
    private static final double CONVERGED = 1e-10;
    private static final double LEAST_VARIANCE = 1e-12;

    static PrincipalAxes of(List<double[]> sample, int count) {
        int width = sample.isEmpty() ? 0 : sample.get(0).length;
        double[] mean = new double[width];
        for (double[] values : sample) {
            for (int i = 0; i < width; i++) {
                mean[i] += values[i] / sample.size();
            }
        }
        double[][] covariance = new double[width][width];
        for (double[] values : sample) {
            for (int i = 0; i < width; i++) {
                double distance = (values[i] - mean[i]) / sample.size();
                for (int j = 0; j < width; j++) {
                    covariance[i][j] += distance * (values[j] - mean[j]);
                }
            }
        }
        double[][] axes = new double[count][];
        double[] deviations = new double[count];
        for (int component = 0; component < count; component++) {
            axes[component] = strongest(covariance);
            double variance = deflate(covariance, axes[component]);
            if (!(variance > LEAST_VARIANCE)) {
                throw new IllegalArgumentException("the sample of " + sample.size() + " patches varies along "
                        + component + " axes, and the codec needs " + count + "; give it more objects");
            }
            deviations[component] = Math.sqrt(variance);
        }
        return new PrincipalAxes(mean, axes, deviations);
    }

    /** Power iteration, starting at the largest diagonal element. */
    private static double[] strongest(double[][] matrix) {
        double[] axis = new double[matrix.length];
        for (int i = 0; i < axis.length; i++) {
            axis[i] = matrix[i][i] + Double.MIN_NORMAL * (i + 1);
        }
        normalise(axis);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] next = times(matrix, axis);
            if (!normalise(next)) {
                return axis;
            }
            double change = 0;
            for (int i = 0; i < axis.length; i++) {
                change = Math.max(change, Math.abs(next[i] - axis[i]));
            }
            axis = next;
            if (change < CONVERGED) {
                break;
            }
        }
        return axis;
    }

    /** Removes the variance along an axis from a matrix, and returns it. */
    private static double deflate(double[][] matrix, double[] axis) {
        double[] along = times(matrix, axis);
        double variance = 0;
        for (int i = 0; i < axis.length; i++) {
            variance += axis[i] * along[i];
        }
        for (int i = 0; i < axis.length; i++) {
            for (int j = 0; j < axis.length; j++) {
                matrix[i][j] -= variance * axis[i] * axis[j];
            }
        }
        return variance;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    /** Normalises a vector to length 1 with its largest component positive. Returns false for a zero vector. */
    private static boolean normalise(double[] vector) {
        double squares = 0;
        double largest = 0;
        for (double value : vector) {
            squares += value * value;
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        if (squares == 0) {
            return false;
        }
        double scale = Math.copySign(1 / Math.sqrt(squares), largest);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return true;
    }
}
