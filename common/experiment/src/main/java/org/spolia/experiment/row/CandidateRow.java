package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression in the result of a trial.
 *
 * @param rank 1 for the best of its complexity
 * @param expression infix; its constants keep their bits
 * @param loss the mean squared error on the training rows
 * @param heldOutLoss the mean loss on rows that a refit did not see; null if the selection does not need it or it is
 * not finite
 * @param heldOutError the standard error of that over the folds; null if the loss is null or it is not finite
 */
public record CandidateRow(
        String trialId,
        int complexity,
        int rank,
        String expression,
        int size,
        int depth,
        Map<String, Integer> operators,
        List<Double> constants,
        double loss,
        @Nullable Double heldOutLoss,
        @Nullable Double heldOutError,
        boolean pareto,
        boolean selected)
        implements Serializable {
    /** Creates a model without held-out rows. */
    public CandidateRow(
            String trialId,
            int complexity,
            int rank,
            String expression,
            int size,
            int depth,
            Map<String, Integer> operators,
            List<Double> constants,
            double loss,
            boolean pareto,
            boolean selected) {
        this(
                trialId,
                complexity,
                rank,
                expression,
                size,
                depth,
                operators,
                constants,
                loss,
                null,
                null,
                pareto,
                selected);
    }
}
