package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Rows of variables and a target, divided into blocks that fit the first-level cache. Each block is padded to a
 * multiple of {@link #LANES} rows with copies of its last row. Padding enters no sum.
 */
public final class Sample {
    /** Rows of a block. */
    public static final int BLOCK = 256;

    /** Partial sums of a reduction, and the granularity of the padding. */
    public static final int LANES = 16;

    private final int rows;
    private final int variables;
    private final RowBlocks<double[]> doubles;
    private volatile @Nullable RowBlocks<float[]> singles;
    private final double mean;
    private final double sumOfSquares;

    private Sample(double[][] columns, double[] target, double[] weights, Loss loss) {
        Kernels kernels = Kernels.preferred();
        this.rows = target.length;
        this.variables = columns.length;
        this.doubles = new RowBlocks<>(kernels, variables, rows, weights.length > 0, loss);
        double[] roots = roots(weights);
        double[] sums = new double[LANES];
        for (int block = 0; block < blocks(); block++) {
            for (int variable = 0; variable < variables; variable++) {
                cut(columns[variable], block, column(block, variable));
            }
            cut(target, block, target(block));
            if (isWeighted()) {
                cut(roots, block, root(block));
                kernels.binary(
                        Opcode.MUL, target(block), root(block), doubles.weightedCentred(block), paddedRows(block));
                kernels.dot(doubles.weightedCentred(block), root(block), rows(block), sums, 0);
            } else {
                kernels.sum(target(block), rows(block), sums, 0);
            }
        }
        this.mean = Sums.total(sums, 0) / rows;
        double[] squares = new double[LANES];
        for (int block = 0; block < blocks(); block++) {
            kernels.binary(Opcode.SUB, target(block), mean, centred(block), paddedRows(block));
            double[] deviations = centred(block);
            if (isWeighted()) {
                deviations = doubles.weightedCentred(block);
                kernels.binary(Opcode.MUL, centred(block), root(block), deviations, paddedRows(block));
            }
            kernels.dot(deviations, deviations, rows(block), squares, 0);
        }
        this.sumOfSquares = loss.isSquare() ? Sums.total(squares, 0) : lossOfMean();
    }

    private double lossOfMean() {
        double[] sums = new double[LANES];
        for (int block = 0; block < blocks(); block++) {
            for (int row = 0; row < rows(block); row++) {
                double root = isWeighted() ? root(block)[row] : 1;
                sums[row % LANES] += root * root * loss().of(-centred(block)[row], target(block)[row]);
            }
        }
        double total = Sums.total(sums, 0);
        // If the loss of the mean is 0, losses are in units of 1 per row.
        return total > 0 ? total : rows;
    }

    /**
     * Copies columns of equal length and a target.
     *
     * @throws IllegalArgumentException if there is no row or the lengths differ
     */
    public static Sample of(double[][] columns, double[] target) {
        return of(columns, target, new double[0]);
    }

    /**
     * Like {@link #of(double[][], double[])}, with weights of the rows. Losses, means and variances are those of data
     * in which each row occurs as often as its weight says. Weights are scaled to a mean of 1.
     *
     * @param weights one for each row, all positive; an empty array if all rows count equally
     */
    public static Sample of(double[][] columns, double[] target, double[] weights) {
        return of(columns, target, weights, Loss.SQUARE);
    }

    /**
     * Like {@link #of(double[][], double[], double[])}, with another loss of the residuals.
     *
     * @throws IllegalArgumentException also if the loss is for classes and a target is not a class
     */
    public static Sample of(double[][] columns, double[] target, double[] weights, Loss loss) {
        if (target.length == 0) {
            throw new IllegalArgumentException("A sample needs at least one row");
        }
        for (int variable = 0; variable < columns.length; variable++) {
            if (columns[variable].length != target.length) {
                throw new IllegalArgumentException("Column " + variable + " has " + columns[variable].length
                        + " rows where the target has " + target.length);
            }
        }
        if (weights.length > 0 && weights.length != target.length) {
            throw new IllegalArgumentException(
                    "There are " + weights.length + " weights for " + target.length + " rows");
        }
        loss.requireTargets(target);
        return new Sample(columns, target, weights, loss);
    }

    /** Returns {@code most} rows at equal distances, or this sample if it has no more. */
    public Sample spread(int most) {
        if (rows <= most) {
            return this;
        }
        int[] chosen = new int[most];
        for (int i = 0; i < most; i++) {
            chosen[i] = (int) ((long) i * rows / most);
        }
        return take(chosen);
    }

    /** Returns a sample of these rows, in their order. */
    public Sample take(int[] chosen) {
        double[][] taken = new double[variables][chosen.length];
        double[] takenTarget = new double[chosen.length];
        double[] takenWeights = new double[isWeighted() ? chosen.length : 0];
        for (int i = 0; i < chosen.length; i++) {
            for (int variable = 0; variable < variables; variable++) {
                taken[variable][i] = value(variable, chosen[i]);
            }
            takenTarget[i] = targetValue(chosen[i]);
            if (isWeighted()) {
                double root = root(chosen[i] / BLOCK)[chosen[i] % BLOCK];
                takenWeights[i] = root * root;
            }
        }
        return of(taken, takenTarget, takenWeights, loss());
    }

    /**
     * Returns the same rows with each variable and the target divided by powers of two. Within the range of doubles,
     * this changes no digit.
     *
     * @param variableExponents the exponent for each variable
     */
    public Sample scaledDown(int[] variableExponents, int targetExponent) {
        double[][] columns = new double[variables][rows];
        double[] target = new double[rows];
        double[] weights = new double[isWeighted() ? rows : 0];
        for (int row = 0; row < rows; row++) {
            for (int variable = 0; variable < variables; variable++) {
                columns[variable][row] = Math.scalb(value(variable, row), -variableExponents[variable]);
            }
            target[row] = Math.scalb(targetValue(row), -targetExponent);
            if (isWeighted()) {
                weights[row] = weight(row);
            }
        }
        return of(columns, target, weights, loss());
    }

    /** The value of a variable in a row. */
    public double value(int variable, int row) {
        return column(row / BLOCK, variable)[row % BLOCK];
    }

    /** The value of the target in a row. */
    public double targetValue(int row) {
        return target(row / BLOCK)[row % BLOCK];
    }

    /** The weight of a row; 1 on average. */
    public double weight(int row) {
        if (!isWeighted()) {
            return 1;
        }
        double root = root(row / BLOCK)[row % BLOCK];
        return root * root;
    }

    private static double[] roots(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0) || weight == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("Weights must be > 0 and finite: " + weight);
            }
            sum += weight;
        }
        double[] roots = new double[weights.length];
        for (int row = 0; row < weights.length; row++) {
            roots[row] = Math.sqrt(weights[row] / (sum / weights.length));
        }
        return roots;
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

    /** The population variance of the target: the mean loss of its mean. */
    public double variance() {
        return sumOfSquares / rows;
    }

    /** The sum of the squared deviations of the target from its mean, or of their losses. */
    public double sumOfSquares() {
        return sumOfSquares;
    }

    /** The blocks in double precision. */
    RowBlocks<double[]> doubles() {
        return doubles;
    }

    /** The blocks in single precision, rounded at the first call. */
    RowBlocks<float[]> singles(Loops<float[]> loops) {
        RowBlocks<float[]> present = singles;
        if (present == null) {
            // Two threads may both round. The arrays are equal, and one of them is kept.
            present = rounded(loops);
            singles = present;
        }
        return present;
    }

    private RowBlocks<float[]> rounded(Loops<float[]> loops) {
        RowBlocks<float[]> rounded = new RowBlocks<>(loops, variables, rows, isWeighted(), loss());
        for (int block = 0; block < rounded.count(); block++) {
            for (int i = 0; i < rounded.paddedRows(block); i++) {
                int row = Math.min(block * rounded.blockRows() + i, rows - 1);
                for (int variable = 0; variable < variables; variable++) {
                    rounded.column(block, variable)[i] = (float) value(variable, row);
                }
                rounded.target(block)[i] = (float) targetValue(row);
                rounded.centred(block)[i] = (float) centred(row / BLOCK)[row % BLOCK];
                if (isWeighted()) {
                    rounded.root(block)[i] = (float) root(row / BLOCK)[row % BLOCK];
                    rounded.weightedCentred(block)[i] = (float) doubles.weightedCentred(row / BLOCK)[row % BLOCK];
                }
            }
        }
        return rounded;
    }

    /** Returns the same rows without weights and with squared residuals as losses. */
    public Sample plain() {
        if (!isWeighted() && loss().isSquare()) {
            return this;
        }
        double[][] columns = new double[variables][rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int variable = 0; variable < variables; variable++) {
                columns[variable][row] = value(variable, row);
            }
            target[row] = targetValue(row);
        }
        return of(columns, target);
    }

    /** The loss of residuals. */
    public Loss loss() {
        return doubles.loss();
    }

    /** Returns the passes over the rows that an evaluation of a tree takes, including a loss by formula. */
    public int passes(Tree tree) {
        return tree.passes() + loss().passes();
    }

    /** Whether rows have weights. */
    public boolean isWeighted() {
        return doubles.weighted();
    }

    /** The square roots of the weights. */
    public double[] root(int block) {
        return doubles.root(block);
    }

    public int blocks() {
        return doubles.count();
    }

    public int rows(int block) {
        return doubles.rows(block);
    }

    public int paddedRows(int block) {
        return doubles.paddedRows(block);
    }

    public double[] column(int block, int variable) {
        return doubles.column(block, variable);
    }

    public double[] target(int block) {
        return doubles.target(block);
    }

    /** The target less its mean. */
    double[] centred(int block) {
        return doubles.centred(block);
    }
}
