package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Fits constants of many models to all rows of a table by Levenberg-Marquardt. Each pass over the rows makes a step of
 * each model that is not yet at its best. Few steps suffice, because models come from a fit to a sample.
 */
public final class RowRefit {
    private static final int MOST_PASSES = 12;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double AFTER_GAIN = 0.1;
    private static final double AFTER_LOSS = 10;
    private static final double MOST_DAMPING = 1e6;
    private static final double LEAST_DAMPING = 1e-12;

    /** After a step that gains this share of the loss, the next one would move no constant by a standard error. */
    private static final double GAIN = 1e-9;

    /** A model with its best constants so far, and the step that the next pass tries. */
    private static final class Fit {
        private final int[] free;
        private Tree best;
        private Tree trial;
        private double loss = Double.POSITIVE_INFINITY;
        private double damping = FIRST_DAMPING;
        private NormalSystem system = NormalSystem.EMPTY;
        private boolean done;

        Fit(Tree start, boolean[] fixed) {
            this.free = free(start, fixed);
            this.best = start;
            this.trial = start;
        }

        /** Takes the sums of a pass at the trial, and chooses the next trial. */
        void take(CellSums sums, int candidate) {
            double reached = sums.meanLoss(candidate);
            if (reached < loss) {
                boolean small = Double.isFinite(loss) && loss - reached <= GAIN * loss;
                loss = reached;
                best = trial;
                system = NormalSystem.of(sums, candidate, free);
                damping *= AFTER_GAIN;
                done = small;
            } else {
                done = !(reached - loss > GAIN * loss);
                damping *= AFTER_LOSS;
            }
            done |= free.length == 0 || damping > MOST_DAMPING || !Double.isFinite(loss) || !step();
        }

        private boolean step() {
            double[] step = system.solve(damping);
            if (step.length == 0) {
                return false;
            }
            trial = moved(new Tree(best.capacity(), best.definitions()).copyFrom(best), free, step);
            return true;
        }
    }

    /** The positions of the free constants among all constants. */
    private static int[] free(Tree tree, boolean[] fixed) {
        List<Integer> free = new ArrayList<>();
        int constant = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                if (!fixed[node]) {
                    free.add(constant);
                }
                constant++;
            }
        }
        return free.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Adds a step to the free constants of a tree. */
    private static Tree moved(Tree tree, int[] free, double[] step) {
        int constant = 0;
        int parameter = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                if (parameter < free.length && free[parameter] == constant) {
                    tree.setValue(node, tree.value(node) + step[parameter++]);
                }
                constant++;
            }
        }
        return tree;
    }

    /** Moves a tree, which is at its best for other rows, to the best of the rows of these sums. */
    public static Tree stepped(Tree tree, CellSums sums, int candidate, boolean[] fixed) {
        int[] free = free(tree, fixed);
        double[] step = NormalSystem.of(sums, candidate, free).solve(LEAST_DAMPING);
        return step.length == 0 ? tree : moved(tree, free, step);
    }

    private final AllRows rows;
    private final Loss loss;
    private final double spread;
    private final List<Fit> fits = new ArrayList<>();

    /** @param spread the mean loss of the mean, near enough */
    public RowRefit(AllRows rows, Loss loss, double spread) {
        this.rows = rows;
        this.loss = loss;
        this.spread = spread;
    }

    /** Adds a model; constants at nodes that are fixed keep their values. Returns its number. */
    public int add(Tree start, boolean[] fixed) {
        fits.add(new Fit(start, fixed));
        return fits.size() - 1;
    }

    /** Makes passes until each model is at its best. */
    public void run() {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<Fit> open = fits.stream().filter(fit -> !fit.done).toList();
            if (open.isEmpty()) {
                return;
            }
            CellSums sums = rows.evaluate(Generation.of(
                                    open.stream()
                                            .map(fit -> fit.trial.toExpression())
                                            .toList(),
                                    Demand.NORMAL,
                                    loss)
                            .withTarget(0, spread))
                    .total();
            for (int i = 0; i < open.size(); i++) {
                open.get(i).take(sums, i);
            }
        }
    }

    /** Returns the model with its best constants. */
    public Tree tree(int fit) {
        return fits.get(fit).best;
    }

    /** The mean loss over all rows; infinite if the model has no value at one of them. */
    public double loss(int fit) {
        return fits.get(fit).loss;
    }
}
