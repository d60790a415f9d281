package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression that a trial ended with.
 *
 * @param rank 1 for the best of its complexity
 * @param expression infix; its constants keep their bits
 * @param loss mean squared error on the training rows
 * @param heldOutLoss mean loss on rows that a refit did not see, null unless the choice asks for it or where it is not finite
 * @param heldOutError standard error of that over the folds, null where the loss is or where it is not finite
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
    /** A model for which no rows were held out. */
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
