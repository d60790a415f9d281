package org.spolia.symbolic.search.choice;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.search.front.Model;

/**
 * The nats that a code with other tails or widths saves in the description of a model's residuals, compared with a
 * Gaussian of one width.
 */
public final class Tails {
    /** Rows of an estimate. */
    private static final int ROWS = 4096;

    private final Sample all;
    private final Sample some;
    private final Evaluator evaluator;
    private final double factor;

    public Tails(Sample all, Evaluator evaluator) {
        this(all, evaluator, 1);
    }

    /**
     * Creates tails of all rows, which include the sample.
     *
     * @param factor the rows for each row of the sample
     */
    public Tails(Sample all, Evaluator evaluator, double factor) {
        this.factor = factor;
        this.all = all;
        this.evaluator = evaluator;
        this.some = all.spread(ROWS);
    }

    /** Returns whether estimates equal the savings. */
    boolean exact() {
        return some == all;
    }

    /** Returns the nats saved, estimated from some of the rows if there are many. */
    double estimate(Model model) {
        return saving(model, some) * ((double) all.rows() / some.rows());
    }

    /** Returns the nats saved; 0 if the rounding of the data explains the residuals, or the loss is not a square. */
    public double saving(Model model) {
        return saving(model, all);
    }

    private double saving(Model model, Sample sample) {
        if (!sample.loss().equals(Loss.SQUARE) || model.loss() <= model.floor()) {
            return 0;
        }
        Missed missed = Missed.of(model.tree(), sample, evaluator, model.floor());
        double saved = ResidualCode.gaussian(missed).nats(missed)
                - ResidualCode.shortest(missed).nats(missed);
        return Double.isFinite(saved) ? factor * saved : 0;
    }
}
