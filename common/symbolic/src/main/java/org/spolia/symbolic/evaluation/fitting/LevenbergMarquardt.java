package org.spolia.symbolic.evaluation.fitting;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Least squares over the constants of a tree or the parameters of a model: damped Gauss-Newton steps (Levenberg and
 * Marquardt) with the exact Jacobian. With linear scaling, the model is {@code intercept + slope f}, and each step
 * eliminates both coefficients (variable projection in Kaufman's form; Golub and Pereyra, Inverse Problems 19 (2003)
 * R1).
 *
 * <p>It reuses its buffers and is not thread-safe. It counts its passes over the sample, so that a search can charge
 * them.
 */
public final class LevenbergMarquardt {
    private static final double FIRST_DAMPING = 1e-2;
    private static final double AFTER_GAIN = 0.1;
    private static final double AFTER_LOSS = 4;
    private static final double SMALLEST_DAMPING = 1e-15;
    private static final double RIDGE = 1e-11;

    /** A residual below this share of the mean loss counts as zero. */
    private static final double NEAR_ZERO = 1e-6;

    private final Kernels kernels;
    private final Evaluator evaluator;
    private final Jacobian jacobian;
    private final NormalEquations equations;
    private final FormulaWeights formulaWeights;
    private final double[] residual = new double[Sample.BLOCK];
    private final double[] shifted = new double[Sample.BLOCK];
    private final double[] ones = new double[Sample.BLOCK];
    private final double[] root = new double[Sample.BLOCK];
    private double[][] columns = new double[0][];
    private double[][] weighted = new double[0][];
    private double[] damping = new double[0];
    private double[] scale = new double[0];
    private double[] current = new double[0];
    private double[] trial = new double[0];
    private Tree model = new Tree(0);
    private boolean[] noneFixed = new boolean[0];
    private double slope;
    private double intercept;
    private long forwardPasses;
    private long jacobianPasses;
    private int steps;

    public LevenbergMarquardt(Evaluator evaluator) {
        this(evaluator, Kernels.preferred());
    }

    LevenbergMarquardt(Evaluator evaluator, Kernels kernels) {
        this.kernels = kernels;
        this.evaluator = evaluator;
        this.jacobian = new Jacobian(kernels);
        this.equations = new NormalEquations(kernels);
        this.formulaWeights = new FormulaWeights(kernels);
        Arrays.fill(ones, 1);
    }

    /**
     * Fits the constants of a tree in place. With linear scaling, the tree must be the one that the evaluator evaluated
     * last.
     *
     * @param loss the sum of squares at the present constants, from the evaluator
     * @param scaled whether the loss is that of {@code intercept + slope f}
     * @return the sum of squares reached, never above {@code loss}
     */
    public double fitConstants(Tree tree, Sample sample, double loss, boolean scaled, FitLimits limits) {
        if (noneFixed.length < tree.size()) {
            noneFixed = new boolean[tree.capacity()];
        }
        return fitConstants(tree, noneFixed, sample, loss, scaled, limits);
    }

    /** As above; constants at the nodes marked in {@code fixed} keep their values. */
    public double fitConstants(
            Tree tree, boolean[] fixed, Sample sample, double loss, boolean scaled, FitLimits limits) {
        int count = parametrise(tree, fixed);
        if (count == 0 || !Double.isFinite(loss)) {
            return loss;
        }
        double reached = minimise(model, count, sample, loss, scaled, limits);
        int parameter = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (isFree(tree, fixed, node)) {
                tree.setValue(node, current[parameter++]);
            }
        }
        return reached;
    }

    private static boolean isFree(Tree tree, boolean[] fixed, int node) {
        return tree.opcode(node) == Opcode.CONSTANT && !fixed[node];
    }

    /** Fits the parameters of a model from a starting point. */
    public Fit fit(Expression expression, Sample sample, double[] start, FitLimits limits) {
        Tree tree = expression.toTree();
        reserve(start.length);
        System.arraycopy(start, 0, current, 0, start.length);
        double loss = evaluator.residualSquares(tree, start, sample);
        double reached = Double.isFinite(loss)
                ? minimise(tree, start.length, sample, loss, false, limits)
                : Double.POSITIVE_INFINITY;
        double[] parameters = Arrays.copyOf(current, start.length);
        return new Fit(parameters, reached, standardErrors(tree, parameters, sample, reached), steps);
    }

    /**
     * The square roots of the diagonal of (JᵀJ)⁻¹ times the residual variance; NaN where the Jacobian is
     * rank-deficient.
     */
    private double[] standardErrors(Tree tree, double[] parameters, Sample sample, double residualSquares) {
        int count = parameters.length;
        double[] errors = new double[count];
        int freedom = sample.rows() - count;
        if (freedom <= 0 || !linearise(tree, count, sample, false)) {
            Arrays.fill(errors, Double.NaN);
            return errors;
        }
        double[] inverse = equations.inverseDiagonal(0, 0);
        for (int i = 0; i < count; i++) {
            errors[i] = Math.sqrt(inverse[i] * residualSquares / freedom);
        }
        return errors;
    }

    /**
     * Returns the diagonal of (JᵀJ)⁻¹ for each free constant in postfix order. Moving the constant by d, and refitting
     * the other constants, raises the sum of squares by d² divided by this entry, as far as the model is linear. A
     * constant that the data do not determine has a huge value.
     */
    public double[] freedom(Tree tree, boolean[] fixed, Sample sample) {
        int count = parametrise(tree, fixed);
        double[] freedom = new double[count];
        keepScaling(false);
        if (count == 0 || !linearise(model, count, sample, false)) {
            Arrays.fill(freedom, Double.NaN);
            return freedom;
        }
        // A constant of a template that nothing uses counts as undetermined.
        return equations.inverseDiagonal(RIDGE, tree.isForm() ? Double.MIN_NORMAL : 0);
    }

    /** Turns the free constants into parameters of {@link #model}, with the constants as current values. */
    private int parametrise(Tree tree, boolean[] fixed) {
        int count = 0;
        for (int node = 0; node < tree.size(); node++) {
            count += isFree(tree, fixed, node) ? 1 : 0;
        }
        if (model.capacity() < tree.size()) {
            model = new Tree(tree.capacity());
        }
        reserve(count);
        model.clear();
        int parameter = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (isFree(tree, fixed, node)) {
                current[parameter] = tree.value(node);
                model.parameter(parameter++);
            } else {
                model.append(tree, node, node + 1);
            }
        }
        return count;
    }

    private void reserve(int count) {
        if (current.length < count) {
            current = new double[count];
            trial = new double[count];
            damping = new double[count + 2];
            scale = new double[count];
            columns = new double[count + 2][];
        }
    }

    private double minimise(Tree tree, int count, Sample sample, double loss, boolean scaled, FitLimits limits) {
        int linear = scaled ? 2 : 0;
        double best = loss;
        double lambda = FIRST_DAMPING;
        Arrays.fill(scale, 0, count, 0);
        keepScaling(scaled);
        for (steps = 0; steps < limits.steps(); steps++) {
            if (!linearise(tree, count, sample, scaled)) {
                return best;
            }
            widenScale(count, linear);
            boolean improved = false;
            double before = best;
            double change = 0;
            for (int attempt = 0; attempt < limits.attempts(); attempt++) {
                double reached = attempt(tree, count, linear, sample, scaled, lambda);
                if (reached < best) {
                    change = relativeChange(count);
                    System.arraycopy(trial, 0, current, 0, count);
                    best = reached;
                    keepScaling(scaled);
                    lambda = Math.max(lambda * AFTER_GAIN, SMALLEST_DAMPING);
                    improved = true;
                    break;
                }
                lambda *= AFTER_LOSS;
            }
            if (!improved
                    || best <= limits.goal()
                    || before - best <= limits.relativeGain() * before && change <= limits.relativeChange()) {
                return best;
            }
        }
        return best;
    }

    /** Moré's scaling: a parameter that the data no longer determine keeps its damping (MINPACK, 1978). */
    private void widenScale(int count, int linear) {
        for (int i = 0; i < count; i++) {
            scale[i] = Math.max(scale[i], equations.diagonal(linear + i));
        }
    }

    /** The coefficients belong to the last evaluation, which is the evaluation of the best point only now. */
    private void keepScaling(boolean scaled) {
        slope = scaled ? evaluator.slope() : 1;
        intercept = scaled ? evaluator.intercept() : 0;
    }

    private double relativeChange(int count) {
        double change = 0;
        for (int i = 0; i < count; i++) {
            change = Math.max(change, Math.abs(trial[i] - current[i]) / (Math.abs(current[i]) + 1e-300));
        }
        return change;
    }

    private double attempt(Tree tree, int count, int linear, Sample sample, boolean scaled, double lambda) {
        for (int i = 0; i < count; i++) {
            damping[linear + i] = lambda * scale[i];
            if (scale[i] == 0 && tree.isForm()) {
                // A constant of a sub-expression that no other part uses keeps its value.
                damping[linear + i] = 1;
            }
        }
        if (!equations.solve(damping)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < count; i++) {
            trial[i] = current[i] + equations.solution(linear + i);
            if (!Double.isFinite(trial[i])) {
                return Double.POSITIVE_INFINITY;
            }
        }
        forwardPasses++;
        return scaled
                ? evaluator.scaledResidualSquares(tree, trial, sample)
                : evaluator.residualSquares(tree, trial, sample);
    }

    /** Sums the normal equations at the current parameters. Returns false if a derivative is not finite. */
    private boolean linearise(Tree tree, int count, Sample sample, boolean scaled) {
        int linear = scaled ? 2 : 0;
        jacobianPasses++;
        jacobian.begin(tree, current);
        equations.begin(linear + count);
        double shift = 0;
        for (int block = 0; block < sample.blocks(); block++) {
            int rows = sample.paddedRows(block);
            double[] values = jacobian.forward(sample, block);
            if (scaled) {
                shift = block == 0 ? values[0] : shift;
                kernels.binary(Opcode.SUB, values, shift, shifted, rows);
                columns[0] = ones;
                columns[1] = shifted;
            }
            kernels.residual(values, sample.target(block), shift, slope, intercept + slope * shift, rows, residual);
            double[][] derivatives = jacobian.reverse(rows, count);
            System.arraycopy(derivatives, 0, columns, linear, count);
            if (sample.isWeighted() || !sample.loss().isSquare()) {
                weigh(linear + count, sample, block);
            }
            equations.add(columns, residual, sample.rows(block));
        }
        boolean finite = equations.end();
        equations.scale(linear, slope);
        damping[0] = 0;
        if (linear > 0) {
            damping[1] = 0;
        }
        return finite;
    }

    /** Columns may be the columns of the sample itself, so the products go to other arrays. */
    private void weigh(int count, Sample sample, int block) {
        int rows = sample.paddedRows(block);
        double least = NEAR_ZERO * sample.sumOfSquares() / sample.rows();
        weights(sample, block, least);
        for (int row = 0; row < rows; row++) {
            double weight = Math.sqrt(root[row]);
            root[row] = sample.isWeighted() ? weight * sample.root(block)[row] : weight;
        }
        if (weighted.length < count) {
            weighted = new double[columns.length][Sample.BLOCK];
        }
        kernels.binary(Opcode.MUL, residual, root, residual, rows);
        for (int column = 0; column < count; column++) {
            kernels.binary(Opcode.MUL, columns[column], root, weighted[column], rows);
            columns[column] = weighted[column];
        }
    }

    /** Replaces the square roots by the weights of the loss, and the residuals by the steps of the loss. */
    private void weights(Sample sample, int block, double least) {
        double[] target = sample.target(block);
        Loss loss = sample.loss();
        if (loss.formula().isPresent()) {
            formulaWeights.of(loss.formula().get(), residual, target, least, sample.paddedRows(block), root);
            return;
        }
        for (int row = 0; row < sample.paddedRows(block); row++) {
            double r = -residual[row];
            root[row] = loss.weight(r, target[row], least);
            residual[row] = loss.step(r, target[row], least);
        }
    }

    /** The number of evaluations of a sample since {@link #resetPasses()}. */
    public long forwardPasses() {
        return forwardPasses;
    }

    /** The number of Jacobians summed since {@link #resetPasses()}. */
    public long jacobianPasses() {
        return jacobianPasses;
    }

    public void resetPasses() {
        forwardPasses = 0;
        jacobianPasses = 0;
    }
}
