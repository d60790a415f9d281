package org.spolia.symbolic.search;

import java.io.Serializable;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.search.options.SearchOptions;

/**
 * Everything that a search depends on, as data that another process can read.
 *
 * @param columns one for each variable
 * @param target the target
 * @param weights one for each row; empty if all rows count equally
 * @param loss the text of the loss
 */
public record SearchProblem(
        double[][] columns, double[] target, double[] weights, String loss, SearchOptions options, long seed)
        implements Serializable {
    /** A search by squared residuals of rows that count equally. */
    public static SearchProblem of(double[][] columns, double[] target, SearchOptions options, long seed) {
        return new SearchProblem(columns, target, new double[0], Loss.SQUARE.toString(), options, seed);
    }

    public Sample sample() {
        return Sample.of(columns, target, weights, Loss.parse(loss));
    }

    /** Returns the search before its first epoch. */
    public Search search() {
        return Search.of(sample(), options, seed);
    }
}
