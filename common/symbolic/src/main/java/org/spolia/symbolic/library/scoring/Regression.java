package org.spolia.symbolic.library.scoring;

/**
 * Weighted least squares on a few columns by Gram-Schmidt with reorthogonalisation. Coefficients may be held at given
 * values; their columns are then subtracted from the target.
 */
public final class Regression {
    private static final double RANK = 1e-11;

    private final int rows;
    private final double[][] columns;
    private final double[][] orthogonal;
    private final double[] triangle;
    private final double[] projection;
    private final double[] target;
    private final double[] weights;
    private final double[] residual;
    private final boolean[] held;
    private final double[] coefficients;
    private final double[] kept;
    private int count;
    private double squares;

    public Regression(int rows, int columns) {
        this.rows = rows;
        this.columns = new double[columns][rows];
        this.orthogonal = new double[columns][rows];
        this.triangle = new double[columns * columns];
        this.projection = new double[columns];
        this.target = new double[rows];
        this.weights = new double[rows];
        this.residual = new double[rows];
        this.held = new boolean[columns];
        this.coefficients = new double[columns];
        this.kept = new double[columns];
    }

    public void begin(double[] target, double[] weights) {
        count = 0;
        squares = 0;
        for (int row = 0; row < rows; row++) {
            this.weights[row] = weights[row];
            this.target[row] = weights[row] > 0 ? target[row] * weights[row] : 0;
            squares += this.target[row] * this.target[row];
        }
    }

    /** Returns the sum of squares of the weighted target. */
    public double squares() {
        return squares;
    }

    public void constant() {
        System.arraycopy(weights, 0, columns[count], 0, rows);
        held[count++] = false;
    }

    public void add(double[] column) {
        for (int row = 0; row < rows; row++) {
            columns[count][row] = weights[row] > 0 ? column[row] * weights[row] : 0;
        }
        held[count++] = false;
    }

    public void hold(int column, double value) {
        held[column] = true;
        coefficients[column] = value;
    }

    public double coefficient(int column) {
        return coefficients[column];
    }

    public int count() {
        return count;
    }

    /**
     * Fits the free coefficients. Returns the weighted sum of squares, or infinity if the columns are linearly
     * dependent.
     */
    public double solve() {
        System.arraycopy(target, 0, residual, 0, rows);
        for (int column = 0; column < count; column++) {
            if (held[column]) {
                subtract(columns[column], coefficients[column]);
            }
        }
        for (int column = 0; column < count; column++) {
            if (!held[column] && !orthogonalise(column)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += residual[row] * residual[row];
        }
        for (int column = count - 1; column >= 0; column--) {
            if (held[column]) {
                continue;
            }
            double value = projection[column];
            for (int later = column + 1; later < count; later++) {
                if (!held[later]) {
                    value -= triangle[column * columns.length + later] * coefficients[later];
                }
            }
            coefficients[column] = value / triangle[column * columns.length + column];
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    private void subtract(double[] column, double factor) {
        for (int row = 0; row < rows; row++) {
            residual[row] -= factor * column[row];
        }
    }

    private boolean orthogonalise(int column) {
        double[] vector = orthogonal[column];
        System.arraycopy(columns[column], 0, vector, 0, rows);
        double before = Math.sqrt(dot(vector, vector));
        for (int earlier = 0; earlier < column; earlier++) {
            triangle[earlier * columns.length + column] = 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int earlier = 0; earlier < column; earlier++) {
                if (!held[earlier]) {
                    double along = dot(vector, orthogonal[earlier]);
                    triangle[earlier * columns.length + column] += along;
                    for (int row = 0; row < rows; row++) {
                        vector[row] -= along * orthogonal[earlier][row];
                    }
                }
            }
        }
        double norm = Math.sqrt(dot(vector, vector));
        if (!(norm > RANK * before) || norm == Double.POSITIVE_INFINITY) {
            return false;
        }
        triangle[column * columns.length + column] = norm;
        for (int row = 0; row < rows; row++) {
            vector[row] /= norm;
        }
        projection[column] = 0;
        for (int pass = 0; pass < 2; pass++) {
            double along = dot(vector, residual);
            projection[column] += along;
            subtract(vector, along);
        }
        return true;
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += a[row] * b[row];
        }
        return sum;
    }

    /** Holds a free coefficient at a value and solves again, if the sum of squares stays within the limit. */
    public boolean tryHolding(int column, double value, double limit) {
        if (held[column]) {
            return false;
        }
        System.arraycopy(coefficients, 0, kept, 0, count);
        hold(column, value);
        if (solve() <= limit) {
            return true;
        }
        System.arraycopy(kept, 0, coefficients, 0, count);
        held[column] = false;
        return false;
    }
}
