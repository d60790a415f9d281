package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * What an experiment calls a set of operators.
 *
 * @param design whose cell it is; null for a list
 */
public record ExperimentSet(
        String experimentId,
        String name,
        String operatorSetId,
        @Nullable String design) {}
