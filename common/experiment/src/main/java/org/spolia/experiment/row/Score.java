package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * The score of a model on a split.
 *
 * @param trialId the trial that found a law; null for a baseline, which all trials of a data set share
 * @param model {@link #LAW} for a candidate, otherwise the name of a baseline, which has neither complexity nor rank
 * @param g the bounded score 1 / (1 + sqrt(nmse))
 * @param acc01 the share of the rows with a relative error of at most 0.1
 * @param gap on ood, the decades by which the error exceeds that on test
 * @param recovered on ood, whether the law is the ground truth
 * @param shortcutUse the contribution of the shortcut to the predictions, in units of the target's variance
 * @param reason why nmse and r2 are null
 */
public record Score(
        String datasetId,
        @Nullable String trialId,
        String model,
        @Nullable Integer complexity,
        @Nullable Integer rank,
        String split,
        int rows,
        double validShare,
        @Nullable Double nmse,
        @Nullable Double r2,
        double g,
        double acc01,
        @Nullable Double gap,
        @Nullable Boolean recovered,
        @Nullable Double shortcutUse,
        @Nullable String reason) {
    /** The model of a candidate. */
    public static final String LAW = "law";
}
