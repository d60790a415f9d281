package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;

/**
 * A search to run.
 *
 * @param searchOptions the options of the search as canonical JSON
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
        long seed,
        long evaluations,
        int revision,
        long estimatedNodeRows)
        implements Serializable {}
