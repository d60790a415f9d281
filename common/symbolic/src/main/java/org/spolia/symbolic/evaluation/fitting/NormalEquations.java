package org.spolia.symbolic.evaluation.fitting;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.Sums;

/**
 * The sums of a least-squares step: the Gram matrix of some columns and their products with the residuals. They add up
 * over blocks, so one block and a cluster use the same code. The solution is a Cholesky decomposition, with Marquardt's
 * damping on the columns after the undamped ones.
 */
public final class NormalEquations {
    private final Kernels kernels;
    private int size;
    private double[] sums = new double[0];
    private double[] gram = new double[0];
    private double[] right = new double[0];
    private double[] factor = new double[0];
    private double[] solution = new double[0];

    public NormalEquations(Kernels kernels) {
        this.kernels = kernels;
    }

    void begin(int size) {
        this.size = size;
        int pairs = size * (size + 1) / 2 + size;
        if (sums.length < pairs * Sample.LANES) {
            sums = new double[pairs * Sample.LANES];
            gram = new double[size * size];
            factor = new double[size * size];
            right = new double[size];
            solution = new double[size];
        }
        Arrays.fill(sums, 0, pairs * Sample.LANES, 0);
    }

    void add(double[][] columns, double[] residual, int rows) {
        int offset = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                kernels.dot(columns[i], columns[j], rows, sums, offset);
                offset += Sample.LANES;
            }
            kernels.dot(columns[i], residual, rows, sums, offset);
            offset += Sample.LANES;
        }
    }

    /** Combines the sums. Returns whether all of them are finite. */
    boolean end() {
        int offset = 0;
        boolean finite = true;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = Sums.total(sums, offset);
                gram[i * size + j] = value;
                gram[j * size + i] = value;
                finite &= Double.isFinite(value);
                offset += Sample.LANES;
            }
            right[i] = Sums.total(sums, offset);
            finite &= Double.isFinite(right[i]);
            offset += Sample.LANES;
        }
        return finite;
    }

    /**
     * Takes sums from elsewhere in place of {@link #add}.
     *
     * @param lower the lower triangle of the Gram matrix, row by row
     */
    public void set(double[] lower, double[] products) {
        begin(products.length);
        for (int i = 0, at = 0; i < size; i++) {
            for (int j = 0; j <= i; j++, at++) {
                gram[i * size + j] = lower[at];
                gram[j * size + i] = lower[at];
            }
            right[i] = products[i];
        }
    }

    /** Multiplies the columns from index {@code first} on by a factor. */
    void scale(int first, double by) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i >= first) {
                    gram[i * size + j] *= by;
                }
                if (j >= first) {
                    gram[i * size + j] *= by;
                }
            }
            if (i >= first) {
                right[i] *= by;
            }
        }
    }

    public double diagonal(int column) {
        return gram[column * size + column];
    }

    public double right(int column) {
        return right[column];
    }

    /**
     * Solves with {@code damping[i]} added to the diagonal of column i. Returns whether the matrix was positive
     * definite.
     */
    public boolean solve(double[] damping) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = gram[i * size + j] + (i == j ? damping[i] : 0);
                for (int k = 0; k < j; k++) {
                    value -= factor[i * size + k] * factor[j * size + k];
                }
                if (i != j) {
                    factor[i * size + j] = value / factor[j * size + j];
                } else if (value > 1e-14 * gram[i * size + i] && value > 0) {
                    factor[i * size + i] = Math.sqrt(value);
                } else {
                    return false;
                }
            }
        }
        substitute();
        return true;
    }

    private void substitute() {
        for (int i = 0; i < size; i++) {
            double value = right[i];
            for (int k = 0; k < i; k++) {
                value -= factor[i * size + k] * solution[k];
            }
            solution[i] = value / factor[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double value = solution[i];
            for (int k = i + 1; k < size; k++) {
                value -= factor[k * size + i] * solution[k];
            }
            solution[i] = value / factor[i * size + i];
        }
    }

    public double solution(int column) {
        return solution[column];
    }

    /**
     * Returns the diagonal of the inverse of the undamped Gram matrix, or NaN if it is singular.
     *
     * @param none replaces the square of a column of zeros
     */
    double[] inverseDiagonal(double ridge, double none) {
        double[] diagonal = new double[size];
        double[] kept = Arrays.copyOf(right, size);
        double[] damping = new double[size];
        for (int i = 0; i < size; i++) {
            damping[i] = diagonal(i) == 0 ? none : ridge * diagonal(i);
        }
        boolean regular = solve(damping);
        for (int i = 0; i < size; i++) {
            if (!regular) {
                diagonal[i] = Double.NaN;
                continue;
            }
            Arrays.fill(right, 0, size, 0);
            right[i] = 1;
            substitute();
            diagonal[i] = solution[i];
        }
        System.arraycopy(kept, 0, right, 0, size);
        return diagonal;
    }
}
