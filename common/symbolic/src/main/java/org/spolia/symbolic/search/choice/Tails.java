package org.spolia.symbolic.search.choice;

import java.util.stream.IntStream;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.search.front.Model;

/**
 * What a code of other tails or widths saves of the description of a model's residuals, against a Gaussian of one
 * width.
 */
public final class Tails {
    /** Rows of an estimate. */
    private static final int ROWS = 4096;

    private final Sample all;
    private final Sample some;
    private final Evaluator evaluator;

    public Tails(Sample all, Evaluator evaluator) {
        this.all = all;
        this.evaluator = evaluator;
        this.some = all.rows() <= ROWS ? all : all.take(spread(all.rows()));
    }

    private static int[] spread(int rows) {
        return IntStream.range(0, ROWS).map(i -> (int) ((long) i * rows / ROWS)).toArray();
    }

    /** Whether estimates are the savings themselves. */
    boolean exact() {
        return some == all;
    }

    /** The nats saved, from some of the rows where there are many. */
    double estimate(Model model) {
        return saving(model, some) * ((double) all.rows() / some.rows());
    }

    /**
     * The nats saved; 0 where the model misses no more than the rounding of the data explains, or the loss is not of
     * squares.
     */
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
        return Double.isFinite(saved) ? saved : 0;
    }
}
