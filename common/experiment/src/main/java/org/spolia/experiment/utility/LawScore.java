package org.spolia.experiment.utility;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A law that a trial found, with its errors.
 *
 * @param size nodes
 * @param operators how often it has each operator
 * @param nmseOod null where some prediction is not finite
 */
public record LawScore(
        String problemId,
        String operatorSetId,
        String trialId,
        int size,
        Map<String, Integer> operators,
        double nmseTrain,
        @Nullable Double nmseOod) {}
