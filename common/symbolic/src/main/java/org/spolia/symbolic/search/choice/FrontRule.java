package org.spolia.symbolic.search.choice;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.special.Logarithm;

/** The rules that select by losses on all rows, as PySR does. Of equal models the simplest is selected. */
public final class FrontRule {
    private static final double NEARLY_BEST = 1.5;

    private final List<Candidate> candidates;

    /**
     * Creates the rules for a front.
     *
     * @param candidates by complexity, then rank
     */
    public FrontRule(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    /** Returns the index of the model that a rule selects; {@code otherwise} for rules that do not use these losses. */
    public int choose(Selection selection, IntSupplier otherwise) {
        return switch (selection) {
            case CRITERION, HELD_OUT, ONE_STANDARD_ERROR -> otherwise.getAsInt();
            case ACCURACY -> least(FrontRule::lossOnFront);
            case SCORE -> steepest(Double.POSITIVE_INFINITY);
            case BEST ->
                steepest(NEARLY_BEST
                        * candidates.get(least(FrontRule::lossOnFront)).loss());
        };
    }

    private static double lossOnFront(Candidate candidate) {
        return candidate.pareto() ? candidate.loss() : Double.POSITIVE_INFINITY;
    }

    private int least(ToDoubleFunction<Candidate> value) {
        int least = 0;
        for (int i = 1; i < candidates.size(); i++) {
            if (value.applyAsDouble(candidates.get(i)) < value.applyAsDouble(candidates.get(least))) {
                least = i;
            }
        }
        return least;
    }

    /**
     * Selects the steepest step along the front, among losses up to a limit. The first model of the front has the score
     * 0.
     */
    private int steepest(double limit) {
        int chosen = -1;
        int previous = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            if (!candidates.get(i).pareto()) {
                continue;
            }
            double score = previous < 0 ? 0 : score(candidates.get(previous), candidates.get(i));
            if (candidates.get(i).loss() <= limit && score > best) {
                chosen = i;
                best = score;
            }
            previous = i;
        }
        return chosen;
    }

    private static double score(Candidate simpler, Candidate candidate) {
        if (candidate.loss() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return -Logarithm.log(candidate.loss() / simpler.loss()) / (candidate.complexity() - simpler.complexity());
    }
}
