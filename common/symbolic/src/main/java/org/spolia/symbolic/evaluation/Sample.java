package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.spolia.symbolic.expression.Opcode;

/**
 * Rows of variables and a target, cut into blocks that stay in the first-level cache. Each block is padded to a multiple of
 * {@link #LANES} rows by copies of its last row; padding takes part in no sum.
 */
public final class Sample {
    /** Rows of a block. */
    static final int BLOCK = 256;

    /** Partial sums of a reduction, and the granularity of the padding. */
    static final int LANES = 16;

    private final int rows;
    private final int variables;
    private final double[][][] columns;
    private final double[][] target;
    private final double[][] centred;
    private final double mean;
    private final double sumOfSquares;

    private Sample(int rows, int variables, double[][][] columns, double[][] target) {
        this.rows = rows;
        this.variables = variables;
        this.columns = columns;
        this.target = target;
        double[] sums = new double[LANES];
        Kernels kernels = Kernels.preferred();
        for (int block = 0; block < blocks(); block++) {
            kernels.sum(target[block], rows(block), sums, 0);
        }
        this.mean = Sums.total(sums, 0) / rows;
        this.centred = new double[blocks()][];
        double[] squares = new double[LANES];
        for (int block = 0; block < blocks(); block++) {
            centred[block] = new double[target[block].length];
            kernels.binary(Opcode.SUB, target[block], mean, centred[block], paddedRows(block));
            kernels.dot(centred[block], centred[block], rows(block), squares, 0);
        }
        this.sumOfSquares = Sums.total(squares, 0);
    }

    /**
     * Copies columns of equal length and a target.
     *
     * @throws IllegalArgumentException if there is no row or the lengths differ
     */
    public static Sample of(double[][] columns, double[] target) {
        int rows = target.length;
        if (rows == 0) {
            throw new IllegalArgumentException("A sample needs at least one row");
        }
        int blocks = (rows + BLOCK - 1) / BLOCK;
        double[][][] cut = new double[blocks][columns.length][];
        double[][] targets = new double[blocks][];
        for (int block = 0; block < blocks; block++) {
            targets[block] = cut(target, block);
            for (int variable = 0; variable < columns.length; variable++) {
                if (columns[variable].length != rows) {
                    throw new IllegalArgumentException("Column " + variable + " has " + columns[variable].length
                            + " rows where the target has " + rows);
                }
                cut[block][variable] = cut(columns[variable], block);
            }
        }
        return new Sample(rows, columns.length, cut, targets);
    }

    /** A sample of these rows, in their order. */
    public Sample take(int[] chosen) {
        double[][] taken = new double[variables][chosen.length];
        double[] takenTarget = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            for (int variable = 0; variable < variables; variable++) {
                taken[variable][i] = value(variable, chosen[i]);
            }
            takenTarget[i] = targetValue(chosen[i]);
        }
        return of(taken, takenTarget);
    }

    /** The value of a variable in a row. */
    public double value(int variable, int row) {
        return columns[row / BLOCK][variable][row % BLOCK];
    }

    /** The value of the target in a row. */
    public double targetValue(int row) {
        return target[row / BLOCK][row % BLOCK];
    }

    private static double[] cut(double[] column, int block) {
        int from = block * BLOCK;
        int length = Math.min(BLOCK, column.length - from);
        int padded = (length + LANES - 1) / LANES * LANES;
        double[] part = new double[padded];
        System.arraycopy(column, from, part, 0, length);
        Arrays.fill(part, length, padded, part[length - 1]);
        return part;
    }

    public int rows() {
        return rows;
    }

    public int variables() {
        return variables;
    }

    /** The mean of the target. */
    public double mean() {
        return mean;
    }

    /** The population variance of the target. */
    public double variance() {
        return sumOfSquares / rows;
    }

    /** The sum of the squared deviations of the target from its mean. */
    public double sumOfSquares() {
        return sumOfSquares;
    }

    int blocks() {
        return target.length;
    }

    int rows(int block) {
        return Math.min(BLOCK, rows - block * BLOCK);
    }

    int paddedRows(int block) {
        return target[block].length;
    }

    double[] column(int block, int variable) {
        return columns[block][variable];
    }

    double[] target(int block) {
        return target[block];
    }

    /** The target less its mean. */
    double[] centred(int block) {
        return centred[block];
    }
}
