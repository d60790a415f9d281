package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;

/**
 * A search to run.
 *
 * @param searchOptions the options of the search as canonical JSON
 * @param shortcut whether the data have a column that reveals the target in the training range only
 * @param complexityPrior the source of the costs of operators
 * @param estimatedNodeRows the expected work, in passes of one node over one row
 */
public record Trial(
        String trialId,
        String problemId,
        String datasetId,
        String operatorSetId,
        List<String> operators,
        String searchOptions,
        double noise,
        long dataSeed,
        boolean shortcut,
        long seed,
        String complexityPrior,
        long evaluations,
        int revision,
        long estimatedNodeRows)
        implements Serializable {}
