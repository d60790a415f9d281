package org.spolia.statistics.baseline;

import org.spolia.statistics.Cholesky;
import org.spolia.statistics.Moments;

/**
 * Least squares with a penalty on the squared weights of centred columns (Hoerl and Kennard, Technometrics 12 (1970)
 * 55). With fewer columns than rows the normal equations are solved, otherwise their dual; both give the same weights.
 */
final class Ridge {
    private final double[] weights;
    private final double intercept;

    /** The residual sum of squares over rows, divided by the squared share of the remaining degrees of freedom. */
    private final double crossValidation;

    private Ridge(double[] weights, double intercept, double crossValidation) {
        this.weights = weights;
        this.intercept = intercept;
        this.crossValidation = crossValidation;
    }

    /**
     * Fits with the penalty that minimises the generalised cross-validation error (Golub, Heath and Wahba,
     * Technometrics 21 (1979) 215), which uses training rows only.
     *
     * @param columns centred
     * @param penalties to choose from, on a squared weight for each row; positive
     */
    static Ridge of(double[][] columns, double[] target, double... penalties) {
        int rows = target.length;
        boolean dual = columns.length > rows;
        double[][] products = dual ? between(columns, rows) : among(columns);
        double mean = Moments.mean(target);
        double[] centred = new double[rows];
        for (int row = 0; row < rows; row++) {
            centred[row] = target[row] - mean;
        }
        double[] right = dual ? centred : transposedTimes(columns, centred);
        Ridge best = null;
        for (double penalty : penalties) {
            Cholesky normal = Cholesky.of(penalised(products, penalty * rows));
            double[] solution = normal.solve(right);
            double[] weights = dual ? transposedTimes(columns, solution) : solution;
            double free = 1 - (1 + products.length) / (double) rows + penalty * traceOfInverse(normal, products.length);
            double error = residual(columns, weights, centred) / rows / (free * free);
            if (best == null || error < best.crossValidation) {
                best = new Ridge(weights, mean, error);
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("A ridge regression needs a penalty; got none");
        }
        return best;
    }

    double[] predict(double[][] columns) {
        double[] prediction = new double[columns[0].length];
        for (int row = 0; row < prediction.length; row++) {
            double sum = intercept;
            for (int column = 0; column < weights.length; column++) {
                sum += weights[column] * columns[column][row];
            }
            prediction[row] = sum;
        }
        return prediction;
    }

    private static double residual(double[][] columns, double[] weights, double[] centred) {
        double[] fitted = new Ridge(weights, 0, 0).predict(columns);
        double sum = 0;
        for (int row = 0; row < centred.length; row++) {
            sum += (centred[row] - fitted[row]) * (centred[row] - fitted[row]);
        }
        return sum;
    }

    private static double traceOfInverse(Cholesky factor, int size) {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            trace += factor.solve(unit)[i];
        }
        return trace;
    }

    private static double[][] penalised(double[][] products, double penalty) {
        double[][] penalised = new double[products.length][];
        for (int i = 0; i < products.length; i++) {
            penalised[i] = products[i].clone();
            penalised[i][i] += penalty;
        }
        return penalised;
    }

    /** The products of columns with columns. */
    private static double[][] among(double[][] columns) {
        double[][] products = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            products[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                products[i][j] = dot(columns[i], columns[j]);
            }
        }
        return products;
    }

    /** The products of rows with rows. */
    private static double[][] between(double[][] columns, int rows) {
        double[][] products = new double[rows][];
        for (int i = 0; i < rows; i++) {
            products[i] = new double[i + 1];
            for (double[] column : columns) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += column[i] * column[j];
                }
            }
        }
        return products;
    }

    private static double[] transposedTimes(double[][] columns, double[] values) {
        double[] products = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            products[column] = dot(columns[column], values);
        }
        return products;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
