package org.spolia.symbolic.evaluation.fitting;

import org.spolia.symbolic.evaluation.FormulaLoss;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Definition;

/**
 * The counterpart of {@link Loss#weight} for losses by formula, over a block of rows. The slope is a difference
 * quotient. If slope and residual have opposite signs, the weight is 0.
 */
public final class FormulaWeights {
    /** Half the step of a difference quotient, relative to the value: the cube root of the resolution of doubles. */
    private static final double STEP = 6e-6;

    private final FormulaLoss<double[]> losses;
    private final double[] moved = new double[Sample.BLOCK];
    private final double[] above = new double[Sample.BLOCK];

    public FormulaWeights(Kernels kernels) {
        this.losses = new FormulaLoss<>(kernels);
    }

    /**
     * Computes weights.
     *
     * @param misses the negated residuals, target less prediction
     * @param least the lower bound of |r|, so that no weight is infinite
     */
    public void of(Definition formula, double[] misses, double[] target, double least, int rows, double[] out) {
        for (int row = 0; row < rows; row++) {
            double r = residual(misses[row], least);
            moved[row] = r + step(r, target[row]);
        }
        System.arraycopy(losses.of(formula, moved, target, rows), 0, above, 0, rows);
        for (int row = 0; row < rows; row++) {
            double r = residual(misses[row], least);
            moved[row] = r - step(r, target[row]);
        }
        double[] below = losses.of(formula, moved, target, rows);
        for (int row = 0; row < rows; row++) {
            double r = residual(misses[row], least);
            double slope = (above[row] - below[row]) / (2 * step(r, target[row]));
            double weight = slope / (2 * r);
            out[row] = weight > 0 && weight < Double.POSITIVE_INFINITY ? weight : 0;
        }
    }

    private static double residual(double miss, double least) {
        double size = Math.max(Math.abs(miss), least);
        return miss > 0 ? -size : size;
    }

    private static double step(double r, double target) {
        return STEP * (Math.abs(r) + Math.abs(target));
    }
}
