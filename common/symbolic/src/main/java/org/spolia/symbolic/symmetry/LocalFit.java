package org.spolia.symbolic.symmetry;

import java.util.Arrays;

/**
 * Linear regressions on the nearest neighbours of each row: the error of predicting a row from its neighbours, and the
 * slopes there (Cleveland and Devlin, J. Am. Stat. Assoc. 83 (1988) 596).
 */
final class LocalFit {
    private static final double RIDGE = 1e-6;
    private static final double LEAST_WEIGHT = 1e-6;

    private final double[][] points;
    private final double[] target;
    private final int neighbours;
    private final int[] nearest;
    private final double[] nearestDistances;
    private final double[] distances;
    private final double[][] gradients;
    private final double[] matrix;
    private final double[] right;
    private double squares;

    private LocalFit(double[][] points, double[] target) {
        int dimensions = points.length;
        this.points = points;
        this.target = target;
        this.neighbours = Math.min(target.length - 1, 4 + 3 * dimensions);
        this.nearest = new int[neighbours];
        this.nearestDistances = new double[neighbours];
        this.distances = new double[target.length];
        this.gradients = new double[dimensions][target.length];
        this.matrix = new double[(dimensions + 1) * (dimensions + 1)];
        this.right = new double[dimensions + 1];
    }

    /** Fits at each row; the columns of {@code points} have standard deviation 1. */
    static LocalFit of(double[][] points, double[] target) {
        LocalFit fit = new LocalFit(points, target);
        for (int row = 0; row < target.length; row++) {
            fit.findNearest(row);
            fit.solve(row, false);
            double residual = target[row] - fit.right[0];
            fit.squares += residual * residual;
            fit.solve(row, true);
            for (int dimension = 0; dimension < points.length; dimension++) {
                fit.gradients[dimension][row] = fit.right[dimension + 1];
            }
        }
        return fit;
    }

    /** The root mean square error of the predictions from neighbours. */
    double error() {
        return Math.sqrt(squares / target.length);
    }

    /** The slope along a dimension at each row. */
    double[] gradient(int dimension) {
        return gradients[dimension];
    }

    private void findNearest(int row) {
        Distances.squared(points, row, distances);
        int count = 0;
        for (int other = 0; other < distances.length; other++) {
            double distance = distances[other];
            if (other == row || count == neighbours && distance >= nearestDistances[count - 1]) {
                continue;
            }
            int at = count < neighbours ? count++ : count - 1;
            while (at > 0 && nearestDistances[at - 1] > distance) {
                nearestDistances[at] = nearestDistances[at - 1];
                nearest[at] = nearest[at - 1];
                at--;
            }
            nearestDistances[at] = distance;
            nearest[at] = other;
        }
    }

    /** Writes the regression's value at the row and its slopes to {@link #right}. */
    private void solve(int row, boolean withRow) {
        int size = points.length + 1;
        Arrays.fill(matrix, 0);
        Arrays.fill(right, 0);
        double widest = nearestDistances[neighbours - 1];
        for (int i = 0; i < neighbours; i++) {
            double ratio = widest > 0 ? Math.sqrt(nearestDistances[i] / widest) : 0;
            double closeness = 1 - ratio * ratio * ratio;
            add(row, nearest[i], closeness * closeness * closeness + LEAST_WEIGHT);
        }
        if (withRow) {
            add(row, row, 1);
        }
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += matrix[i * size + i];
        }
        for (int i = 1; i < size; i++) {
            matrix[i * size + i] += RIDGE * trace / size;
        }
        eliminate(size);
    }

    private void add(int row, int other, double weight) {
        int size = points.length + 1;
        for (int i = 0; i < size; i++) {
            double left = weight * (i == 0 ? 1 : points[i - 1][other] - points[i - 1][row]);
            for (int j = 0; j <= i; j++) {
                matrix[i * size + j] += left * (j == 0 ? 1 : points[j - 1][other] - points[j - 1][row]);
            }
            right[i] += left * target[other];
        }
    }

    /** Cholesky decomposition and both substitutions, in place. */
    private void eliminate(int size) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = matrix[i * size + j];
                for (int k = 0; k < j; k++) {
                    value -= matrix[i * size + k] * matrix[j * size + k];
                }
                matrix[i * size + j] = i == j ? Math.sqrt(Math.max(value, 1e-300)) : value / matrix[j * size + j];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= matrix[i * size + k] * right[k];
            }
            right[i] /= matrix[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                right[i] -= matrix[k * size + i] * right[k];
            }
            right[i] /= matrix[i * size + i];
        }
    }
}
