package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * The name of an operator set in an experiment.
 *
 * @param design the design whose cell it is; null for a list
 */
public record ExperimentSet(
        String experimentId,
        String name,
        String operatorSetId,
        @Nullable String design) {}
