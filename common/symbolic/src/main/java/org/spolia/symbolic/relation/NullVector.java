package org.spolia.symbolic.relation;

/**
 * The combination of columns, with coefficients of length 1, that is closest to zero: the last right singular vector,
 * by a QR decomposition with Householder reflections and inverse iteration on its triangle (Golub and Van Loan, Matrix
 * Computations, 4th ed., 5.2 and 8.2).
 */
final class NullVector {
    private static final int ITERATIONS = 4;
    private static final double LEAST_PIVOT = 1e-18;

    private final double[][] columns;
    private final int rows;
    private final double[] diagonal;

    private NullVector(double[][] columns) {
        this.columns = columns;
        this.rows = columns[0].length;
        this.diagonal = new double[columns.length];
    }

    /** Returns the vector, of length 1. Overwrites the columns; there must be no more columns than rows. */
    static double[] of(double[][] columns) {
        NullVector problem = new NullVector(columns);
        problem.decompose();
        return problem.iterate();
    }

    /** Leaves the triangle above the diagonal of {@link #columns}, and its diagonal in an array of its own. */
    private void decompose() {
        for (int step = 0; step < columns.length; step++) {
            double[] pivot = columns[step];
            double norm = Math.sqrt(dot(pivot, pivot, step));
            double head = pivot[step] > 0 ? -norm : norm;
            diagonal[step] = Math.abs(head) > LEAST_PIVOT ? head : LEAST_PIVOT;
            pivot[step] -= head;
            double square = dot(pivot, pivot, step);
            for (int later = step + 1; later < columns.length && square > 0; later++) {
                double share = 2 * dot(pivot, columns[later], step) / square;
                for (int row = step; row < rows; row++) {
                    columns[later][row] -= share * pivot[row];
                }
            }
        }
    }

    private double dot(double[] a, double[] b, int from) {
        double sum = 0;
        for (int row = from; row < rows; row++) {
            sum += a[row] * b[row];
        }
        return sum;
    }

    private double[] iterate() {
        int count = columns.length;
        double[] vector = new double[count];
        for (int i = 0; i < count; i++) {
            vector[i] = 1 + (double) i / count;
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            for (int i = 0; i < count; i++) {
                double value = vector[i];
                for (int j = 0; j < i; j++) {
                    value -= columns[i][j] * vector[j];
                }
                vector[i] = value / diagonal[i];
            }
            normalise(vector);
            for (int i = count - 1; i >= 0; i--) {
                double value = vector[i];
                for (int j = i + 1; j < count; j++) {
                    value -= columns[j][i] * vector[j];
                }
                vector[i] = value / diagonal[i];
            }
            normalise(vector);
        }
        return vector;
    }

    private static void normalise(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        double squares = 0;
        for (double value : vector) {
            squares += value / largest * (value / largest);
        }
        double length = largest * Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }
}
