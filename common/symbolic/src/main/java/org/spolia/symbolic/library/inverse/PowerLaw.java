package org.spolia.symbolic.library.inverse;

import java.util.List;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.Regression;

/**
 * Turns a good score of the logarithm into a product of powers. It rounds exponents that are close to halves and checks
 * signs.
 */
final class PowerLaw {
    static final int NONE = -1;

    private static final double NEAR = 0.03;

    private final ScoringWorkspace workspace;
    private final double[] column;
    private final double[] product;
    private final Tree power = ExpressionBuilder.newTree();
    private InverseTarget target;
    private double[] logarithm = {};
    private double[] weights = {};
    private List<Integer> variables = List.of();
    private List<double[]> logarithms = List.of();

    PowerLaw(ScoringWorkspace workspace) {
        this.workspace = workspace;
        this.column = new double[workspace.library.rows().padded()];
        this.product = new double[workspace.library.rows().padded()];
        this.target = InverseTarget.root(workspace.library);
    }

    void begin(
            InverseTarget target,
            double[] logarithm,
            double[] weights,
            List<Integer> variables,
            List<double[]> logarithms) {
        this.target = target;
        this.logarithm = logarithm;
        this.weights = weights;
        this.variables = variables;
        this.logarithms = logarithms;
    }

    /** Proposes the power law with this entry or its exponential, and optionally a power of one more block. */
    void resolve(int entry, int extra, boolean exponential, Proposals proposals) {
        Regression regression = workspace.regression;
        regression.begin(logarithm, weights);
        regression.constant();
        for (double[] logs : logarithms) {
            regression.add(logs);
        }
        if (entry != NONE) {
            if (exponential) {
                regression.add(workspace.library.blocks().values(entry));
            } else {
                addLogarithm(entry);
            }
        }
        if (extra != NONE) {
            addLogarithm(extra);
        }
        if (regression.solve() == Double.POSITIVE_INFINITY) {
            return;
        }
        int powers = regression.count() - (exponential ? 1 : 0);
        double[] free = new double[regression.count()];
        for (int i = 0; i < free.length; i++) {
            free[i] = regression.coefficient(i);
        }
        boolean snapped = false;
        for (int i = 1; i < powers; i++) {
            double half = Math.rint(2 * free[i]) / 2;
            if (Math.abs(free[i] - half) < NEAR) {
                regression.hold(i, half);
                snapped |= half != free[i];
            }
        }
        regression.solve();
        boolean written = write(entry, extra, exponential, proposals);
        if (!written && snapped) {
            for (int i = 1; i < free.length; i++) {
                regression.hold(i, free[i]);
            }
            write(entry, extra, exponential, proposals);
        }
    }

    private void addLogarithm(int block) {
        double[] values = workspace.library.blocks().values(block);
        Columns.apply(Opcode.ABS, values, column, column.length);
        Columns.apply(Opcode.LOG, column, column, column.length);
        workspace.regression.add(column);
    }

    private int block(int column, int entry, int extra) {
        int after = column - 1 - variables.size();
        return after == 0 && entry != NONE ? entry : extra;
    }

    private boolean write(int entry, int extra, boolean exponential, Proposals proposals) {
        Regression regression = workspace.regression;
        java.util.Arrays.fill(product, 1);
        int size = target.size();
        int exponentialColumn = exponential ? 1 + variables.size() : NONE;
        for (int i = 1; i < regression.count(); i++) {
            double exponent = regression.coefficient(i);
            if (exponent == 0) {
                continue;
            }
            double[] base;
            if (i <= variables.size()) {
                base = workspace.library.rows().coordinate(variables.get(i - 1));
                size += 2;
            } else {
                int block = block(i, entry, extra);
                base = workspace.library.blocks().values(block);
                size += 1 + workspace.library.blocks().size(block);
            }
            for (int row = 0; row < product.length; row++) {
                product[row] *= i == exponentialColumn
                        ? Evaluator.apply(Opcode.EXP, exponent * base[row])
                        : raise(base[row], exponent);
            }
        }
        double coefficient = fit();
        if (!(workspace.loss(squares(coefficient)) <= Math.max(1e-13, 1.5 * proposals.best(size + 2)))) {
            return false;
        }
        return compose(entry, extra, exponentialColumn, coefficient, proposals);
    }

    private static double raise(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        return Evaluator.apply(Opcode.POW, base, exponent);
    }

    private double fit() {
        double square = 0;
        double along = 0;
        for (int row = 0; row < product.length; row++) {
            double w = target.weights()[row];
            if (w > 0) {
                square += w * product[row] * (w * product[row]);
                along += w * product[row] * (w * target.values()[row]);
            }
        }
        return along / square;
    }

    private double squares(double coefficient) {
        double sum = 0;
        for (int row = 0; row < product.length; row++) {
            double w = target.weights()[row];
            if (w > 0) {
                double residual = w * (target.values()[row] - coefficient * product[row]);
                sum += residual * residual;
            }
        }
        return sum;
    }

    private boolean compose(int entry, int extra, int exponentialColumn, double coefficient, Proposals proposals) {
        Tree inner = workspace.inner.clear();
        for (int sign = 1; sign >= -1; sign -= 2) {
            for (int i = 1; i < workspace.regression.count(); i++) {
                double exponent = workspace.regression.coefficient(i);
                boolean first = i == exponentialColumn || exponent > 0;
                if (exponent == 0 || first != sign > 0) {
                    continue;
                }
                power.clear();
                if (i <= variables.size()) {
                    power.copyFrom(workspace.library.view().leaf(variables.get(i - 1)));
                } else if (!workspace.library.append(power, block(i, entry, extra))) {
                    return false;
                }
                if (i == exponentialColumn) {
                    if (!workspace.builder.scale(power, exponent)
                            || !workspace.library.vocabulary().append(power, 0, Opcode.EXP)) {
                        return false;
                    }
                    exponent = 1;
                }
                if (!workspace.builder.multiply(inner, power, exponent)) {
                    return false;
                }
            }
        }
        if (inner.size() == 0 || !scaleRounded(inner, coefficient)) {
            return false;
        }
        workspace.propose(target, proposals);
        return true;
    }

    private boolean scaleRounded(Tree inner, double coefficient) {
        boolean one = squares(1)
                <= squares(coefficient) * (1 + 4.0 / workspace.library.rows().count()) + 1e-25;
        return workspace.builder.scale(inner, one ? 1 : coefficient);
    }
}
