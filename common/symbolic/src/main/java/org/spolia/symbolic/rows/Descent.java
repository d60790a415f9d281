package org.spolia.symbolic.rows;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.fitting.NormalEquations;

/**
 * The path of one set of constants in the method of Levenberg and Marquardt, which asks for one pass at each point.
 * Slope and intercept, if the model has them, are eliminated at each point from the sums of the pass (variable
 * projection in Kaufman's form; Golub and Pereyra, Inverse Problems 19 (2003) R1).
 */
final class Descent {
    private static final double FIRST_DAMPING = 1e-2;
    private static final double AFTER_GAIN = 0.1;
    private static final double AFTER_LOSS = 4;
    private static final double SMALLEST_DAMPING = 1e-15;
    private static final int MOST_ATTEMPTS = 12;
    private static final double REGULAR = 1e-14;

    /** If a step promises less than this share of the loss, rounding decides which of two losses is lower. */
    private static final double NO_GAIN = 1e-11;

    /** Steps are then taken without a comparison, which a loss that rises by more than this share ends. */
    private static final double RISE = 1e-9;

    private static final int MOST_UNCOMPARED = 40;
    private static final double NO_CHANGE = 1e-13;

    /** Steps without a comparison end when they hardly become shorter: only rounding or a valley is left. */
    private static final double STALLED = 0.9;

    private final int linear;
    private final double enough;
    private final NormalEquations equations = new NormalEquations(Kernels.preferred());
    private final double[] scale;
    private final double[] damping;
    private double[] current;
    private double[] trial;
    private double currentSlope;
    private double currentIntercept;
    private double trialSlope;
    private double trialIntercept;
    private double best = Double.POSITIVE_INFINITY;
    private double lambda = FIRST_DAMPING;
    private int attempts;
    private int uncompared;
    private double lastChange = Double.POSITIVE_INFINITY;
    private boolean started;
    private boolean finished;

    /**
     * @param linear 2 if slope and intercept are fitted too, otherwise 0
     * @param enough the path ends when a step promises at most this share of the loss; 0 to end where rounding decides
     */
    Descent(double[] start, int linear, double slope, double intercept, double enough) {
        this.linear = linear;
        this.enough = enough;
        this.current = start.clone();
        this.trial = start.clone();
        this.trialSlope = slope;
        this.currentSlope = slope;
        this.trialIntercept = intercept;
        this.currentIntercept = intercept;
        this.scale = new double[start.length];
        this.damping = new double[linear + start.length];
    }

    /** The undamped step from the sums at a point, as {@link Demand#NORMAL} orders them. */
    static double[] step(double[] sums, int constants) {
        Descent descent = new Descent(new double[constants], 0, 1, 0, 0);
        descent.lambda = SMALLEST_DAMPING;
        descent.see(sums, true);
        return descent.trial;
    }

    /** Takes the sums at the trial point, as {@link Demand#NORMAL} orders them, and chooses the next one. */
    void see(double[] sums, boolean valid) {
        if (finished) {
            return;
        }
        int size = damping.length;
        double[] lower = new double[size * (size + 1) / 2];
        double[] right = new double[size];
        for (int i = 0, at = 1, into = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                lower[into++] = sums[at++];
            }
            right[i] = sums[at++];
        }
        double loss = valid ? sums[0] : Double.POSITIVE_INFINITY;
        if (valid && linear > 0) {
            loss -= eliminate(lower, right);
        }
        boolean accepted = loss < best || (uncompared > 0 && loss <= best * (1 + RISE));
        if (accepted) {
            best = Math.max(0, loss);
            current = trial.clone();
            currentSlope = trialSlope;
            currentIntercept = trialIntercept;
            equations.set(lower, right);
            for (int i = 0; i < scale.length; i++) {
                scale[i] = Math.max(scale[i], equations.diagonal(linear + i));
            }
            lambda = started ? Math.max(lambda * AFTER_GAIN, SMALLEST_DAMPING) : lambda;
            attempts = 0;
        } else {
            lambda *= AFTER_LOSS;
            attempts++;
        }
        finished = (!accepted && (!started || uncompared > 0)) || attempts > MOST_ATTEMPTS;
        started = true;
        if (!finished) {
            propose();
        }
    }

    /** Moves slope and intercept to their best values at the trial point, and returns by how much the loss falls. */
    private double eliminate(double[] lower, double[] right) {
        double ones = lower[0];
        double sum = lower[1];
        double squares = lower[2];
        double determinant = ones * squares - sum * sum;
        double slopeChange = 0;
        if (determinant > REGULAR * ones * squares) {
            slopeChange = (ones * right[1] - sum * right[0]) / determinant;
        }
        double interceptChange = (right[0] - sum * slopeChange) / ones;
        double gain = interceptChange * right[0] + slopeChange * right[1];
        double factor = trialSlope == 0 ? 1 : (trialSlope + slopeChange) / trialSlope;
        for (int i = linear; i < right.length; i++) {
            int row = i * (i + 1) / 2;
            right[i] -= interceptChange * lower[row] + slopeChange * lower[row + 1];
            right[i] *= factor;
            for (int j = 0; j <= i; j++) {
                lower[row + j] *= j < linear ? factor : factor * factor;
            }
        }
        right[0] = 0;
        right[1] = 0;
        trialSlope += slopeChange;
        trialIntercept += interceptChange;
        return gain;
    }

    private void propose() {
        if (scale.length == 0) {
            // The next pass confirms slope and intercept without the cancellation of the first.
            finished = linear == 0 || uncompared++ > 0;
            trialSlope = currentSlope;
            trialIntercept = currentIntercept;
            return;
        }
        if (!solve()) {
            finished = true;
            return;
        }
        if (enough > 0 && gain() <= enough * best) {
            finished = true;
            return;
        }
        if (gain() <= NO_GAIN * best) {
            lambda = SMALLEST_DAMPING;
            uncompared++;
            if (uncompared > MOST_UNCOMPARED || !solve()) {
                finished = true;
                return;
            }
        }
        double change = 0;
        for (int i = 0; i < scale.length; i++) {
            double step = equations.solution(linear + i);
            trial[i] = current[i] + step;
            change = Math.max(change, Math.abs(step) / (Math.abs(current[i]) + Double.MIN_NORMAL));
        }
        trialIntercept = currentIntercept + (linear > 0 ? equations.solution(0) : 0);
        trialSlope = currentSlope + (linear > 0 ? equations.solution(1) : 0);
        finished = change <= NO_CHANGE || !Double.isFinite(change) || (uncompared > 1 && change > STALLED * lastChange);
        lastChange = change;
    }

    private boolean solve() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Arrays.fill(damping, 0);
            for (int i = 0; i < scale.length; i++) {
                // A constant that changes nothing keeps its value.
                damping[linear + i] = scale[i] == 0 ? 1 : lambda * scale[i];
            }
            if (equations.solve(damping)) {
                return true;
            }
            lambda *= AFTER_LOSS;
        }
        return false;
    }

    /** The gain that the parabola at the present point promises. */
    private double gain() {
        double gain = 0;
        for (int i = 0; i < scale.length; i++) {
            gain += equations.solution(linear + i) * equations.right(linear + i);
        }
        return gain;
    }

    boolean isFinished() {
        return finished;
    }

    double[] trial() {
        return trial;
    }

    double trialSlope() {
        return trialSlope;
    }

    double trialIntercept() {
        return trialIntercept;
    }

    /** The best constants seen. */
    double[] constants() {
        return current;
    }

    double slope() {
        return currentSlope;
    }

    double intercept() {
        return currentIntercept;
    }

    double loss() {
        return best;
    }
}
