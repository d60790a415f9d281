package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Evaluates trees over samples, in double or in single precision. It reuses its buffers and allocates nothing in a
 * steady state. Not thread-safe.
 *
 * <p>Losses stop at the first block with a value that is not finite and are then positive infinity. The bits of every
 * result are equal on each JDK and for each vector width.
 */
public final class Evaluator {
    private static final double[] NO_PARAMETERS = {};

    private final Interpreter<?> interpreter;
    private final double[] sums = new double[3 * Sample.LANES];
    private EvaluationPlan[] plans = new EvaluationPlan[0];
    private double[][] planSums = new double[0][];
    private double slope;
    private double intercept;
    private double originSlope;
    private double originResidualSquares;
    private double rawResidualSquares;

    public Evaluator() {
        this(Kernels.preferred());
    }

    /** Creates an evaluator in single precision: values are floats, sums are doubles. Folded constants are doubles. */
    public static Evaluator single() {
        return new Evaluator(SingleKernels.preferred());
    }

    public Evaluator(Loops<?> loops) {
        this.interpreter = new Interpreter<>(loops);
    }

    /** Applies an operator of arity 1 at one point. */
    public static double apply(int opcode, double x) {
        return ScalarKernels.apply(opcode, x);
    }

    /** Applies an operator of arity 2 at one point. */
    public static double apply(int opcode, double x, double y) {
        return ScalarKernels.apply(opcode, x, y);
    }

    /** Applies a defined operator at one point. */
    public static double apply(Definition definition, double[] operands) {
        Expression formula = definition.formula();
        double[] stack = new double[formula.size()];
        int top = 0;
        for (int node = 0; node < formula.size(); node++) {
            int opcode = formula.opcode(node);
            switch (Opcode.arity(opcode)) {
                case 0 ->
                    stack[top++] = opcode == Opcode.CONSTANT ? formula.value(node) : operands[formula.argument(node)];
                case 1 -> stack[top - 1] = ScalarKernels.apply(opcode, stack[top - 1]);
                default -> {
                    top--;
                    stack[top - 1] = ScalarKernels.apply(opcode, stack[top - 1], stack[top]);
                }
            }
        }
        return stack[0];
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
        interpreter.begin(tree, parameters, sample);
        predict(interpreter, out);
    }

    private static <A> void predict(Interpreter<A> interpreter, double[] out) {
        RowBlocks<A> blocks = interpreter.blocks();
        for (int block = 0; block < blocks.count(); block++) {
            A values = interpreter.run(block);
            interpreter.loops().copy(values, out, block * blocks.blockRows(), blocks.rows(block));
        }
    }

    /** Like {@link #predict(Tree, double[], Sample, double[])}, with each value rounded to a float. */
    public void predict(Tree tree, double[] parameters, Sample sample, float[] out) {
        interpreter.begin(tree, parameters, sample);
        predict(interpreter, out);
    }

    private static <A> void predict(Interpreter<A> interpreter, float[] out) {
        RowBlocks<A> blocks = interpreter.blocks();
        for (int block = 0; block < blocks.count(); block++) {
            A values = interpreter.run(block);
            interpreter.loops().copy(values, out, block * blocks.blockRows(), blocks.rows(block));
        }
    }

    /**
     * Writes the values of a tree and the terms of the loss, one entry per row: the residuals (target less value) times
     * the square root of the weight. For losses other than squares, the square root of the loss replaces the residual.
     */
    public void residuals(Tree tree, Sample sample, double[] residuals, double[] values) {
        predict(tree, NO_PARAMETERS, sample, values);
        for (int row = 0; row < sample.rows(); row++) {
            double target = sample.targetValue(row);
            double residual = target - values[row];
            if (!sample.loss().isSquare()) {
                residual = Math.sqrt(Math.max(0, sample.loss().of(-residual, target)));
            }
            residuals[row] =
                    sample.isWeighted() ? residual * sample.root(row / Sample.BLOCK)[row % Sample.BLOCK] : residual;
        }
    }

    /**
     * Returns the sum of the losses, or positive infinity. Losses are squared residuals unless the sample has another
     * loss.
     */
    public double residualSquares(Tree tree, double[] parameters, Sample sample) {
        interpreter.begin(tree, parameters, sample);
        return residualSquares(interpreter);
    }

    private <A> double residualSquares(Interpreter<A> interpreter) {
        RowBlocks<A> blocks = interpreter.blocks();
        Arrays.fill(sums, 0);
        for (int block = 0; block < blocks.count(); block++) {
            A values = interpreter.run(block);
            addResidualSquares(interpreter, values, block, sums);
            if (!Double.isFinite(Sums.total(sums, 0))) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return Sums.total(sums, 0);
    }

    private static <A> void addResidualSquares(Interpreter<A> interpreter, A values, int block, double[] sums) {
        RowBlocks<A> blocks = interpreter.blocks();
        if (blocks.weighted() || !blocks.loss().isSquare()) {
            interpreter.rowLosses().add(values, blocks, block, sums);
        } else {
            interpreter.loops().residualSquares(values, blocks.target(block), blocks.rows(block), sums);
        }
    }

    /**
     * Computes the sums of the squared residuals of many trees without parameters, each as
     * {@link #residualSquares(Tree, Sample)} does. Blocks are the outer loop, so that a sample larger than the caches
     * is read from memory once for all trees.
     *
     * @param losses an array for the results, with at least as many entries
     */
    public void residualSquares(List<Tree> trees, Sample sample, double[] losses) {
        interpreter.begin(sample);
        residualSquares(interpreter, trees, losses);
    }

    private <A> void residualSquares(Interpreter<A> interpreter, List<Tree> trees, double[] losses) {
        reserve(trees.size());
        for (int i = 0; i < trees.size(); i++) {
            plans[i] = interpreter.compile(trees.get(i), NO_PARAMETERS, plans[i]);
            Arrays.fill(planSums[i], 0);
            losses[i] = 0;
        }
        RowBlocks<A> blocks = interpreter.blocks();
        for (int block = 0; block < blocks.count(); block++) {
            for (int i = 0; i < trees.size(); i++) {
                if (Double.isFinite(losses[i])) {
                    addResidualSquares(interpreter, interpreter.run(plans[i], block), block, planSums[i]);
                    double total = Sums.total(planSums[i], 0);
                    losses[i] = Double.isFinite(total) ? total : Double.POSITIVE_INFINITY;
                }
            }
        }
    }

    private void reserve(int trees) {
        int old = plans.length;
        if (old < trees) {
            plans = Arrays.copyOf(plans, trees);
            planSums = Arrays.copyOf(planSums, trees);
            for (int i = old; i < trees; i++) {
                plans[i] = new EvaluationPlan(32);
                planSums[i] = new double[Sample.LANES];
            }
        }
    }

    /** Like {@link #residualSquares(Tree, double[], Sample)}, for a tree without parameters. */
    public double residualSquares(Tree tree, Sample sample) {
        return residualSquares(tree, NO_PARAMETERS, sample);
    }

    /** Like {@link #scaledResidualSquares(Tree, double[], Sample)}, for a tree without parameters. */
    public double scaledResidualSquares(Tree tree, Sample sample) {
        return scaledResidualSquares(tree, NO_PARAMETERS, sample);
    }

    /**
     * Returns the sum of the squared residuals of {@code intercept + slope f} with the best intercept and slope, or
     * positive infinity. {@link #slope} and {@link #intercept} return the coefficients.
     */
    public double scaledResidualSquares(Tree tree, double[] parameters, Sample sample) {
        interpreter.begin(tree, parameters, sample);
        return scaledResidualSquares(interpreter, sample);
    }

    private <A> double scaledResidualSquares(Interpreter<A> interpreter, Sample sample) {
        Loops<A> loops = interpreter.loops();
        RowBlocks<A> blocks = interpreter.blocks();
        Arrays.fill(sums, 0);
        double shift = 0;
        for (int block = 0; block < blocks.count(); block++) {
            A values = interpreter.runAndKeep(block);
            if (block == 0) {
                shift = loops.value(values, 0);
                if (!Double.isFinite(shift)) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            if (blocks.weighted()) {
                interpreter.rowLosses().moments(values, blocks, block, shift, sums);
            } else {
                loops.moments(values, blocks.centred(block), shift, blocks.rows(block), sums);
            }
            if (!Double.isFinite(Sums.total(sums, Sample.LANES))) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return regress(interpreter, sample, shift);
    }

    private <A> double regress(Interpreter<A> interpreter, Sample sample, double shift) {
        Loops<A> loops = interpreter.loops();
        int rows = sample.rows();
        double sum = Sums.total(sums, 0);
        double squares = Sums.total(sums, Sample.LANES);
        double products = Sums.total(sums, 2 * Sample.LANES);
        double mean = sum / rows;
        double spread = squares - sum * mean;
        double total = sample.sumOfSquares();
        slope = spread > loops.noSpread() * squares ? products / spread : 0;
        intercept = sample.mean() - slope * (shift + mean);
        throughOrigin(sample, shift, sum, squares, products);
        double residual = total - slope * products;
        if (residual > loops.cancellation() * total || slope == 0) {
            return slope == 0 ? total : residual;
        }
        return directly(interpreter, shift, -slope * mean);
    }

    private <A> double directly(Interpreter<A> interpreter, double shift, double centredIntercept) {
        RowBlocks<A> blocks = interpreter.blocks();
        Arrays.fill(sums, 0, Sample.LANES, 0);
        for (int block = 0; block < blocks.count(); block++) {
            if (blocks.weighted()) {
                interpreter
                        .rowLosses()
                        .scaledResidualSquares(
                                interpreter.kept(block), blocks, block, shift, slope, centredIntercept, sums);
                continue;
            }
            interpreter
                    .loops()
                    .scaledResidualSquares(
                            interpreter.kept(block),
                            blocks.centred(block),
                            shift,
                            slope,
                            centredIntercept,
                            blocks.rows(block),
                            sums);
        }
        return Sums.total(sums, 0);
    }

    /** The same moments give the loss of the tree with a slope only, and of the tree alone. */
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

    /** The best slope of the last scaled evaluation without an intercept. */
    public double originSlope() {
        return originSlope;
    }

    /**
     * The sum of squares with {@link #originSlope()}, from moments: accurate to about eight digits of the target's sum
     * of squares.
     */
    public double originResidualSquares() {
        return originResidualSquares;
    }

    /**
     * The sum of squares of the tree alone, from moments: accurate to about eight digits of the target's sum of
     * squares.
     */
    public double rawResidualSquares() {
        return rawResidualSquares;
    }
}
