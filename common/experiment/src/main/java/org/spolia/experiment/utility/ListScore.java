package org.spolia.experiment.utility;

import org.jspecify.annotations.Nullable;

/**
 * What a trial reached inside and outside the training range.
 *
 * @param block what trials of a problem that differ in their operators alone have in common
 * @param noise of the data; only without any can a law be recovered
 * @param gTest bounded score inside the training range; null without a test split, as the other numbers of a split that is not there
 * @param nmseTest null where it is not defined, too
 */
public record ListScore(
        String problemId,
        String operatorSetId,
        String block,
        double noise,
        @Nullable Double gTest,
        @Nullable Double gOod,
        @Nullable Double nmseTest,
        @Nullable Double nmseOod,
        @Nullable Boolean recovered) {}
