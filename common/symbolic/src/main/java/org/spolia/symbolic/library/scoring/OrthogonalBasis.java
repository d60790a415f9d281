package org.spolia.symbolic.library.scoring;

/**
 * A weighted target as {@link Scores} need it: in floats, orthogonal to orthonormal basis columns, with norm 1. The
 * sums of squares stay in doubles, so that a score can be converted to a loss.
 */
public final class OrthogonalBasis {
    private static final double LEAST_TARGET = 1e-20;
    private static final double LEAST_RESIDUAL = 1e-9;

    private final int rows;
    private final double[][] bases;
    private final double[] target;
    private final double[] weights;
    private final double[] scratch;
    private final float[][] floatBases;
    private final float[] floatTarget;
    private final float[] floatWeights;
    private int count;
    private double largest;
    private double total;

    public OrthogonalBasis(int rows, int bases) {
        this.rows = rows;
        this.bases = new double[bases][rows];
        this.floatBases = new float[bases][rows];
        this.target = new double[rows];
        this.weights = new double[rows];
        this.scratch = new double[rows];
        this.floatTarget = new float[rows];
        this.floatWeights = new float[rows];
    }

    /** Starts with a target and an empty basis. Returns false if there is nothing to score. */
    public boolean begin(double[] values, double[] weights) {
        count = 0;
        largest = 0;
        for (int row = 0; row < rows; row++) {
            largest = Math.max(largest, weights[row]);
        }
        if (!(largest > 0) || largest == Double.POSITIVE_INFINITY) {
            return false;
        }
        for (int row = 0; row < rows; row++) {
            this.weights[row] = weights[row] / largest;
            floatWeights[row] = (float) this.weights[row];
            target[row] = weights[row] > 0 ? values[row] * this.weights[row] : 0;
        }
        return true;
    }

    /** Adds {@code weight × column} to the basis. Returns false if it depends on the columns before it. */
    public boolean base(double[] column) {
        for (int row = 0; row < rows; row++) {
            scratch[row] = weights[row] > 0 ? column[row] * weights[row] : 0;
        }
        return keep();
    }

    /** Adds the constant column to the basis. */
    public boolean constant() {
        System.arraycopy(weights, 0, scratch, 0, rows);
        return keep();
    }

    private boolean keep() {
        double left = orthogonalise();
        if (!(left > 0)) {
            return false;
        }
        for (int row = 0; row < rows; row++) {
            bases[count][row] = scratch[row] / left;
            floatBases[count][row] = (float) bases[count][row];
        }
        count++;
        return true;
    }

    /** Orthogonalises the scratch column. Returns the norm that remains, or 0 if the column depends on the basis. */
    private double orthogonalise() {
        double before = norm(scratch);
        for (int pass = 0; pass < 2; pass++) {
            for (int base = 0; base < count; base++) {
                remove(scratch, bases[base]);
            }
        }
        double after = norm(scratch);
        return after > 1e-7 * before && after < Double.POSITIVE_INFINITY ? after : 0;
    }

    private void remove(double[] column, double[] base) {
        double along = 0;
        for (int row = 0; row < rows; row++) {
            along += column[row] * base[row];
        }
        for (int row = 0; row < rows; row++) {
            column[row] -= along * base[row];
        }
    }

    private double norm(double[] column) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += column[row] * column[row];
        }
        return Math.sqrt(sum);
    }

    /** Makes the target orthogonal to the basis, with norm 1. Returns false if nothing remains of it. */
    public boolean end() {
        double before = norm(target);
        for (int pass = 0; pass < 2; pass++) {
            for (int base = 0; base < count; base++) {
                remove(target, bases[base]);
            }
        }
        double after = norm(target);
        if (!(after * after > LEAST_TARGET * before * before) || !(after < Double.POSITIVE_INFINITY)) {
            return false;
        }
        total = after * after;
        for (int row = 0; row < rows; row++) {
            floatTarget[row] = (float) (target[row] / after);
        }
        return true;
    }

    /**
     * Writes a column that is orthogonal to the basis and has norm 1, without adding it. Returns false if the column
     * depends on the basis.
     */
    public boolean column(double[] values, float[] out) {
        for (int row = 0; row < rows; row++) {
            scratch[row] = weights[row] > 0 ? values[row] * weights[row] : 0;
        }
        double left = orthogonalise();
        for (int row = 0; row < rows; row++) {
            out[row] = left > 0 ? (float) (scratch[row] / left) : 0;
        }
        return left > 0;
    }

    /** Returns the weighted sum of squares that remains after a fit with this score. */
    public double left(double score) {
        return (1 - score) * total * (largest * largest);
    }

    /**
     * Writes the target without its part along one more column, with norm 1. Returns the share of its square that
     * remains, or 0 if it is negligible.
     */
    public double residual(float[] column, float[] out) {
        double along = 0;
        for (int row = 0; row < rows; row++) {
            along += column[row] * (double) floatTarget[row];
        }
        double left = 1 - along * along;
        if (!(left > LEAST_RESIDUAL)) {
            return 0;
        }
        double norm = Math.sqrt(left);
        for (int row = 0; row < rows; row++) {
            out[row] = (float) ((floatTarget[row] - along * column[row]) / norm);
        }
        return left;
    }

    public float[][] bases() {
        return floatBases;
    }

    public int count() {
        return count;
    }

    public float[] target() {
        return floatTarget;
    }

    public float[] weights() {
        return floatWeights;
    }
}
