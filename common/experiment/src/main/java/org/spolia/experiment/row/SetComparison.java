package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * The score of an operator list, and its difference from the first list of the experiment.
 *
 * @param measure {@link #RECOVERED}, {@link #TEST} or {@link #OOD}
 * @param reference the first list; null for itself
 * @param reason why score is null
 */
public record SetComparison(
        String experimentId,
        String operatorSet,
        String measure,
        int place,
        @Nullable String reference,
        int problems,
        int trials,
        @Nullable Integer recovered,
        @Nullable Double score,
        @Nullable Double nmse,
        @Nullable Double nmseLower,
        @Nullable Double nmseUpper,
        @Nullable Double difference,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Integer better,
        @Nullable Integer worse,
        @Nullable Double pValue,
        @Nullable Double leastPValue,
        @Nullable Double adjustedPValue,
        @Nullable String reason) {
    public static final String RECOVERED = "recovered";
    public static final String TEST = "test";
    public static final String OOD = "ood";
}
