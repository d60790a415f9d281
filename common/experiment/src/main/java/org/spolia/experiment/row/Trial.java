package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;

/**
 * A search to run.
 *
 * @param searchOptions the options of the search as canonical JSON
 * @param shortcut whether the data have a column that gives the target away in the training box alone
 * @param complexityPrior where the costs of operators come from
 * @param estimatedNodeRows the work expected, in passes of one node over one row
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
