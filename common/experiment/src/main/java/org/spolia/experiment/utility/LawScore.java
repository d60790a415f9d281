package org.spolia.experiment.utility;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A law that a trial found, with its errors.
 *
 * @param size the number of nodes
 * @param operators the count of each operator
 * @param nmseOod null if some prediction is not finite
 */
public record LawScore(
        String problemId,
        String operatorSetId,
        String trialId,
        int size,
        Map<String, Integer> operators,
        double nmseTrain,
        @Nullable Double nmseOod) {}
