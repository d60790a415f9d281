package org.spolia.symbolic.relation;

/**
 * Orthonormal vectors with the same span as given columns, by the Gram-Schmidt method with reorthogonalisation (Golub
 * and Van Loan, Matrix Computations, 4th ed., 5.2.8).
 */
final class GramSchmidt {
    private static final int TIMES = 2;
    private static final double DEPENDENT = 1e-14;

    private final double[][] columns;
    private final double[][] vectors;
    private final double[][] triangle;

    /** @param columns at least one; they may change before each call of {@link #compute} */
    GramSchmidt(double[][] columns) {
        this.columns = columns;
        this.vectors = new double[columns.length][columns[0].length];
        this.triangle = new double[columns.length][columns.length];
    }

    int size() {
        return columns.length;
    }

    double[] vector(int index) {
        return vectors[index];
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int row = 0; row < a.length; row++) {
            sum += a[row] * b[row];
        }
        return sum;
    }

    /** Returns whether the columns are finite and linearly independent. */
    boolean compute() {
        for (int column = 0; column < columns.length; column++) {
            double[] vector = vectors[column];
            System.arraycopy(columns[column], 0, vector, 0, vector.length);
            double before = Math.sqrt(dot(vector, vector));
            for (int earlier = 0; earlier < column; earlier++) {
                triangle[earlier][column] = 0;
            }
            for (int time = 0; time < TIMES; time++) {
                for (int earlier = 0; earlier < column; earlier++) {
                    triangle[earlier][column] += remove(vectors[earlier], vector);
                }
            }
            double length = Math.sqrt(dot(vector, vector));
            if (!(length > DEPENDENT * before && before < Double.POSITIVE_INFINITY)) {
                return false;
            }
            triangle[column][column] = length;
            for (int row = 0; row < vector.length; row++) {
                vector[row] /= length;
            }
        }
        return true;
    }

    private static double remove(double[] direction, double[] from) {
        double share = dot(direction, from);
        for (int row = 0; row < from.length; row++) {
            from[row] -= share * direction[row];
        }
        return share;
    }

    /** Subtracts from a vector its projection on the span of the columns. */
    void removeFrom(double[] vector) {
        for (int time = 0; time < TIMES; time++) {
            for (double[] direction : vectors) {
                remove(direction, vector);
            }
        }
    }

    /** Returns the sum of the vectors with these shares. */
    double[] combination(double[] shares) {
        double[] sum = new double[vectors[0].length];
        for (int column = 0; column < vectors.length; column++) {
            for (int row = 0; row < sum.length; row++) {
                sum[row] += shares[column] * vectors[column][row];
            }
        }
        return sum;
    }

    /** Returns the coefficients of the columns for the sum of the vectors with these shares. */
    double[] coefficients(double[] shares) {
        double[] coefficients = shares.clone();
        for (int column = coefficients.length - 1; column >= 0; column--) {
            for (int later = column + 1; later < coefficients.length; later++) {
                coefficients[column] -= triangle[column][later] * coefficients[later];
            }
            coefficients[column] /= triangle[column][column];
        }
        return coefficients;
    }
}
