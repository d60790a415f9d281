package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

/**
 * Evaluates trees over samples. It owns its buffers and reuses them, so it allocates nothing in a steady state; one thread at a time
 * may use it.
 *
 * <p>Losses stop at the first block with a value that is not finite and are then positive infinity. The bits of every result are the
 * same on each JDK and for each width of vectors.
 */
public final class Evaluator {
    /** Below this share of the variance the residuals are summed directly: the difference of moments has lost its digits. */
    private static final double CANCELLATION = 1e-4;

    private static final double[] NO_PARAMETERS = {};

    private final Kernels kernels;
    private final double[] sums = new double[3 * Sample.LANES];
    private Plan plan = new Plan(64);
    private double[][] scratch = new double[0][];
    private double[][] predictions = new double[0][];
    private double slope;
    private double intercept;
    private double originSlope;
    private double originResidualSquares;
    private double rawResidualSquares;

    public Evaluator() {
        this(Kernels.preferred());
    }

    Evaluator(Kernels kernels) {
        this.kernels = kernels;
    }

    /** One operator of arity 1 at one point. */
    public static double apply(int opcode, double x) {
        return ScalarKernels.apply(opcode, x);
    }

    /** One operator of arity 2 at one point. */
    public static double apply(int opcode, double x, double y) {
        return ScalarKernels.apply(opcode, x, y);
    }

    /** The values of an expression at the rows of these columns; NaN outside an operator's domain. */
    public double[] predict(Expression expression, double[][] columns) {
        int rows = columns.length == 0 ? 1 : columns[0].length;
        return predict(expression, NO_PARAMETERS, Sample.of(columns, new double[rows]));
    }

    /** The values of a model with named parameters at the rows of a sample. */
    public double[] predict(Expression expression, double[] parameters, Sample sample) {
        double[] out = new double[sample.rows()];
        predict(expression.toTree(), parameters, sample, out);
        return out;
    }

    /** Writes the values of a tree at the rows of a sample to an array of at least that length. */
    public void predict(Tree tree, double[] parameters, Sample sample, double[] out) {
        compile(tree, parameters);
        for (int block = 0; block < sample.blocks(); block++) {
            System.arraycopy(run(sample, block), 0, out, block * Sample.BLOCK, sample.rows(block));
        }
    }

    /** The sum of the squared residuals, or positive infinity. */
    public double residualSquares(Tree tree, double[] parameters, Sample sample) {
        compile(tree, parameters);
        Arrays.fill(sums, 0);
        for (int block = 0; block < sample.blocks(); block++) {
            kernels.residualSquares(run(sample, block), sample.target(block), sample.rows(block), sums);
            if (!Double.isFinite(Sums.total(sums, 0))) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return Sums.total(sums, 0);
    }

    /** As {@link #residualSquares(Tree, double[], Sample)} for a tree without parameters. */
    public double residualSquares(Tree tree, Sample sample) {
        return residualSquares(tree, NO_PARAMETERS, sample);
    }

    /** As {@link #scaledResidualSquares(Tree, double[], Sample)} for a tree without parameters. */
    public double scaledResidualSquares(Tree tree, Sample sample) {
        return scaledResidualSquares(tree, NO_PARAMETERS, sample);
    }

    /**
     * The sum of the squared residuals of {@code intercept + slope f} with the best intercept and slope, or positive infinity. The two
     * coefficients can then be asked for.
     */
    public double scaledResidualSquares(Tree tree, double[] parameters, Sample sample) {
        compile(tree, parameters);
        Arrays.fill(sums, 0);
        double shift = 0;
        for (int block = 0; block < sample.blocks(); block++) {
            double[] values = keep(run(sample, block), block, sample.paddedRows(block));
            if (block == 0) {
                shift = values[0];
                if (!Double.isFinite(shift)) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            kernels.moments(values, sample.centred(block), shift, sample.rows(block), sums);
            if (!Double.isFinite(Sums.total(sums, Sample.LANES))) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return regress(sample, shift);
    }

    private double regress(Sample sample, double shift) {
        int rows = sample.rows();
        double sum = Sums.total(sums, 0);
        double squares = Sums.total(sums, Sample.LANES);
        double products = Sums.total(sums, 2 * Sample.LANES);
        double mean = sum / rows;
        double spread = squares - sum * mean;
        double total = sample.sumOfSquares();
        slope = spread > 1e-14 * squares ? products / spread : 0;
        intercept = sample.mean() - slope * (shift + mean);
        throughOrigin(sample, shift, sum, squares, products);
        double residual = total - slope * products;
        if (residual > CANCELLATION * total || slope == 0) {
            return slope == 0 ? total : residual;
        }
        return directly(sample, shift, -slope * mean);
    }

    private double directly(Sample sample, double shift, double centredIntercept) {
        Arrays.fill(sums, 0, Sample.LANES, 0);
        for (int block = 0; block < sample.blocks(); block++) {
            kernels.scaledResidualSquares(
                    predictions[block],
                    sample.centred(block),
                    shift,
                    slope,
                    centredIntercept,
                    sample.rows(block),
                    sums);
        }
        return Sums.total(sums, 0);
    }

    /** The same moments also tell how good the tree is with a slope alone, and as it stands. */
    private void throughOrigin(Sample sample, double shift, double sum, double squares, double products) {
        int rows = sample.rows();
        double mean = sample.mean();
        double ff = squares + 2 * shift * sum + rows * shift * shift;
        double fy = products + mean * sum + rows * shift * mean;
        double yy = sample.sumOfSquares() + rows * mean * mean;
        originSlope = ff > 0 ? fy / ff : 0;
        originResidualSquares = Math.max(0, yy - originSlope * fy);
        rawResidualSquares = Math.max(0, yy - 2 * fy + ff);
    }

    /** The slope of the last scaled evaluation. */
    public double slope() {
        return slope;
    }

    /** The intercept of the last scaled evaluation. */
    public double intercept() {
        return intercept;
    }

    /** The best slope without an intercept in the last scaled evaluation. */
    public double originSlope() {
        return originSlope;
    }

    /** The sum of squares left by {@link #originSlope()}, from moments: good to about eight digits of the target's sum of squares. */
    public double originResidualSquares() {
        return originResidualSquares;
    }

    /** The sum of squares left by the tree as it stands, from moments: good to about eight digits of the target's sum of squares. */
    public double rawResidualSquares() {
        return rawResidualSquares;
    }

    private double[] keep(double[] values, int block, int rows) {
        if (predictions.length <= block) {
            int old = predictions.length;
            predictions = Arrays.copyOf(predictions, Math.max(block + 1, 2 * old));
            for (int i = old; i < predictions.length; i++) {
                predictions[i] = new double[Sample.BLOCK];
            }
        }
        System.arraycopy(values, 0, predictions[block], 0, rows);
        return predictions[block];
    }

    private void compile(Tree tree, double[] parameters) {
        if (plan.capacity() < tree.size()) {
            plan = new Plan(Math.max(tree.size(), 2 * plan.capacity()));
        }
        plan.compile(tree, parameters);
        int slots = Math.max(1, plan.slots());
        if (scratch.length < slots) {
            int old = scratch.length;
            scratch = Arrays.copyOf(scratch, slots);
            for (int i = old; i < slots; i++) {
                scratch[i] = new double[Sample.BLOCK];
            }
        }
    }

    /** The values at the rows of one block, in a buffer or a column that the caller must not change. */
    private double[] run(Sample sample, int block) {
        int rows = sample.paddedRows(block);
        if (plan.isConstant()) {
            Arrays.fill(scratch[0], 0, rows, plan.constantValue());
            return scratch[0];
        }
        for (int step = 0; step < plan.steps(); step++) {
            int opcode = plan.opcode(step);
            double[] out = scratch[plan.target(step)];
            switch (plan.form(step)) {
                case Plan.UNARY -> kernels.unary(opcode, operand(sample, block, plan.left(step)), out, rows);
                case Plan.VECTORS ->
                    kernels.binary(
                            opcode,
                            operand(sample, block, plan.left(step)),
                            operand(sample, block, plan.right(step)),
                            out,
                            rows);
                case Plan.CONSTANT_RIGHT ->
                    kernels.binary(opcode, operand(sample, block, plan.left(step)), plan.constant(step), out, rows);
                default ->
                    kernels.binary(opcode, plan.constant(step), operand(sample, block, plan.right(step)), out, rows);
            }
        }
        return operand(sample, block, plan.result());
    }

    private double[] operand(Sample sample, int block, int operand) {
        return Plan.isColumn(operand) ? sample.column(block, Plan.variable(operand)) : scratch[operand];
    }
}
