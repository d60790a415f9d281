package org.spolia.symbolic.rows;

/** The normal equations of the free constants of a model, from the sums of a pass. */
final class NormalSystem {
    static final NormalSystem EMPTY = new NormalSystem(new double[0][0], new double[0]);

    private final double[][] matrix;
    private final double[] right;

    private NormalSystem(double[][] matrix, double[] right) {
        this.matrix = matrix;
        this.right = right;
    }

    /**
     * Reads the equations of some constants.
     *
     * @param free the positions of the constants that may change
     */
    static NormalSystem of(CellSums sums, int candidate, int[] free) {
        double[][] matrix = new double[free.length][free.length];
        double[] right = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            // A row of the triangle is followed by its right side.
            int row = 1 + free[i] * (free[i] + 1) / 2 + free[i];
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = sums.value(candidate, row + free[j]);
            }
            right[i] = sums.value(candidate, row + free[i] + 1);
        }
        return new NormalSystem(matrix, right);
    }

    /** Returns the damped step by a Cholesky decomposition; empty if there is none. */
    double[] solve(double damping) {
        int count = right.length;
        double[] scale = new double[count];
        for (int i = 0; i < count; i++) {
            // A constant without influence keeps its value.
            scale[i] = matrix[i][i] > 0 ? Math.sqrt(matrix[i][i]) : 1;
        }
        double[][] lower = new double[count][count];
        double[] step = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] / scale[i] / scale[j] + (i == j ? damping : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 0)) {
                    return new double[0];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        for (int i = 0; i < count; i++) {
            step[i] = right[i] / scale[i];
            for (int k = 0; k < i; k++) {
                step[i] -= lower[i][k] * step[k];
            }
            step[i] /= lower[i][i];
        }
        for (int i = count - 1; i >= 0; i--) {
            for (int k = i + 1; k < count; k++) {
                step[i] -= lower[k][i] * step[k];
            }
            step[i] /= lower[i][i];
        }
        for (int i = 0; i < count; i++) {
            step[i] /= scale[i];
            if (!Double.isFinite(step[i])) {
                return new double[0];
            }
        }
        return step;
    }
}
