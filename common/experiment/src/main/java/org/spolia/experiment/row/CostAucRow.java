package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * How well a cost of laws identifies the one of two laws that extrapolates better.
 *
 * @param measure {@link #NODES}, {@link #CORPUS}, {@link #UTILITY} or {@link #SHUFFLED}
 * @param problemId null for the mean over problems
 * @param gain the area less that of nodes
 * @param reason why the area is null
 */
public record CostAucRow(
        String experimentId,
        String design,
        String measure,
        @Nullable String problemId,
        int problems,
        long pairs,
        @Nullable Double auc,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double gain,
        @Nullable Double gainLower,
        @Nullable Double gainUpper,
        @Nullable String reason) {
    public static final String NODES = "nodes";
    public static final String CORPUS = "corpus";
    public static final String UTILITY = "utility";
    public static final String SHUFFLED = "shuffled";
}
