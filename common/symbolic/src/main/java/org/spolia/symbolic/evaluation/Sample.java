package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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
    private final Blocks<double[]> doubles;
    private volatile @Nullable Blocks<float[]> singles;
    private final double mean;
    private final double sumOfSquares;

    private Sample(double[][] columns, double[] target) {
        Kernels kernels = Kernels.preferred();
        this.rows = target.length;
        this.variables = columns.length;
        this.doubles = new Blocks<>(kernels, variables, rows);
        double[] sums = new double[LANES];
        for (int block = 0; block < blocks(); block++) {
            for (int variable = 0; variable < variables; variable++) {
                cut(columns[variable], block, column(block, variable));
            }
            cut(target, block, target(block));
            kernels.sum(target(block), rows(block), sums, 0);
        }
        this.mean = Sums.total(sums, 0) / rows;
        double[] squares = new double[LANES];
        for (int block = 0; block < blocks(); block++) {
            kernels.binary(Opcode.SUB, target(block), mean, centred(block), paddedRows(block));
            kernels.dot(centred(block), centred(block), rows(block), squares, 0);
        }
        this.sumOfSquares = Sums.total(squares, 0);
    }

    /**
     * Copies columns of equal length and a target.
     *
     * @throws IllegalArgumentException if there is no row or the lengths differ
     */
    public static Sample of(double[][] columns, double[] target) {
        if (target.length == 0) {
            throw new IllegalArgumentException("A sample needs at least one row");
        }
        for (int variable = 0; variable < columns.length; variable++) {
            if (columns[variable].length != target.length) {
                throw new IllegalArgumentException("Column " + variable + " has " + columns[variable].length
                        + " rows where the target has " + target.length);
            }
        }
        return new Sample(columns, target);
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
        return column(row / BLOCK, variable)[row % BLOCK];
    }

    /** The value of the target in a row. */
    public double targetValue(int row) {
        return target(row / BLOCK)[row % BLOCK];
    }

    private static void cut(double[] column, int block, double[] part) {
        int from = block * BLOCK;
        int length = Math.min(BLOCK, column.length - from);
        System.arraycopy(column, from, part, 0, length);
        Arrays.fill(part, length, part.length, part[length - 1]);
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

    /** The blocks in double precision. */
    Blocks<double[]> doubles() {
        return doubles;
    }

    /** The blocks in single precision, rounded at the first call. */
    Blocks<float[]> singles(Loops<float[]> loops) {
        Blocks<float[]> present = singles;
        if (present == null) {
            // Two threads may both round: the arrays are equal, and one of them is kept.
            present = rounded(loops);
            singles = present;
        }
        return present;
    }

    private Blocks<float[]> rounded(Loops<float[]> loops) {
        Blocks<float[]> rounded = new Blocks<>(loops, variables, rows);
        for (int block = 0; block < rounded.count(); block++) {
            for (int i = 0; i < rounded.paddedRows(block); i++) {
                int row = Math.min(block * rounded.blockRows() + i, rows - 1);
                for (int variable = 0; variable < variables; variable++) {
                    rounded.column(block, variable)[i] = (float) value(variable, row);
                }
                rounded.target(block)[i] = (float) targetValue(row);
                rounded.centred(block)[i] = (float) centred(row / BLOCK)[row % BLOCK];
            }
        }
        return rounded;
    }

    int blocks() {
        return doubles.count();
    }

    int rows(int block) {
        return doubles.rows(block);
    }

    int paddedRows(int block) {
        return doubles.paddedRows(block);
    }

    double[] column(int block, int variable) {
        return doubles.column(block, variable);
    }

    double[] target(int block) {
        return doubles.target(block);
    }

    /** The target less its mean. */
    double[] centred(int block) {
        return doubles.centred(block);
    }
}
