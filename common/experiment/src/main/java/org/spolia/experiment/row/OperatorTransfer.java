package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * What the effects in one field say about those in another.
 *
 * @param sourceProblems problems of the source field
 * @param problems problems of the target field that have a correlation
 * @param correlation over the factors, mean over the problems of the target field
 * @param reason why the correlation is null
 */
public record OperatorTransfer(
        String experimentId,
        String design,
        String sourceField,
        String targetField,
        int sourceProblems,
        int problems,
        @Nullable Double correlation,
        @Nullable String reason) {}
