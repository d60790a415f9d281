package org.spolia.statistics;

import java.util.Arrays;

/**
 * The factor L of a symmetric positive definite matrix A = L Lᵀ, computed in index order (Golub and Van Loan, Matrix
 * Computations, 4th edition, algorithm 4.2.1). A column whose pivot is below {@link #SINGULAR} times its diagonal
 * depends on those before it.
 */
public final class Cholesky {
    private static final double SINGULAR = 1e-10;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix. Only its lower triangle is read.
     *
     * @throws DependentColumnException if a column depends on those before it
     */
    public static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        for (int row = 0; row < size; row++) {
            lower[row] = new double[row + 1];
            for (int column = 0; column < row; column++) {
                lower[row][column] =
                        (matrix[row][column] - dot(lower[row], lower[column], column)) / lower[column][column];
            }
            double pivot = matrix[row][row] - dot(lower[row], lower[row], row);
            if (!(pivot > SINGULAR * matrix[row][row])) {
                throw new DependentColumnException(row);
            }
            lower[row][row] = Math.sqrt(pivot);
        }
        return new Cholesky(lower);
    }

    /** Returns the x with A x = right. */
    public double[] solve(double[] right) {
        int size = lower.length;
        double[] x = new double[size];
        for (int row = 0; row < size; row++) {
            x[row] = (right[row] - dot(lower[row], x, row)) / lower[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = x[row];
            for (int below = row + 1; below < size; below++) {
                sum -= lower[below][row] * x[below];
            }
            x[row] = sum / lower[row][row];
        }
        return x;
    }

    /**
     * Returns the X with A X = right, which has a row for each row of A. The many columns are solved side by side; each
     * has the bits of {@link #solve(double[])}.
     */
    public double[][] solve(double[][] right) {
        int size = lower.length;
        int columns = right[0].length;
        double[][] x = new double[size][columns];
        double[] sum = new double[columns];
        for (int row = 0; row < size; row++) {
            Arrays.fill(sum, 0);
            for (int i = 0; i < row; i++) {
                Vectors.addScaled(sum, lower[row][i], x[i]);
            }
            for (int column = 0; column < columns; column++) {
                x[row][column] = (right[row][column] - sum[column]) / lower[row][row];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int below = row + 1; below < size; below++) {
                Vectors.addScaled(x[row], -lower[below][row], x[below]);
            }
            for (int column = 0; column < columns; column++) {
                x[row][column] /= lower[row][row];
            }
        }
        return x;
    }

    /** An entry of the diagonal of L; the determinant of A is the square of the product of all entries. */
    public double diagonal(int index) {
        return lower[index][index];
    }

    private static double dot(double[] a, double[] b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** A column that depends on those before it. */
    public static final class DependentColumnException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int column;

        DependentColumnException(int column) {
            super("Column " + column + " depends on those before it; leave one of them out");
            this.column = column;
        }

        public int column() {
            return column;
        }
    }
}
