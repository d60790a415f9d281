package org.spolia.symbolic.library.scoring;

/**
 * A target with weights in the form that {@link Scores} want: in floats, orthogonal to orthonormal base columns, of
 * norm 1. The sums of squares stay in doubles, so that a score can be turned into a loss.
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

    /** Starts with a target and no base; whether there is anything to score. */
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

    /** Adds {@code weight × column} to the bases; false if it depends on those before it. */
    public boolean base(double[] column) {
        for (int row = 0; row < rows; row++) {
            scratch[row] = weights[row] > 0 ? column[row] * weights[row] : 0;
        }
        return keep();
    }

    /** Adds the constant to the bases. */
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

    /** The norm of what is left of the scratch column, 0 if that is nothing. */
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

    /** Makes the target orthogonal to the bases and of norm 1; whether anything is left of it. */
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
     * A column as the scores want a base, orthogonal to the present ones and of norm 1, without keeping it; whether it
     * is any.
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

    /** The weighted sum of squares that a score leaves. */
    public double left(double score) {
        return (1 - score) * total * (largest * largest);
    }

    /** The target beside one more column, at norm 1; the share of its square that is left, 0 if that is nothing. */
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
