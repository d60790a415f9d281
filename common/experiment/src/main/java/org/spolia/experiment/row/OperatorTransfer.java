package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * How well the effects in one field predict those in another.
 *
 * @param sourceProblems the number of problems of the source field
 * @param problems the number of problems of the target field that have a correlation
 * @param correlation over the factors, averaged over the problems of the target field
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
