package org.spolia.experiment.utility;

import org.jspecify.annotations.Nullable;

/**
 * The scores of a trial on the test split and out of distribution.
 *
 * @param block what trials of a problem that differ only in their operators share
 * @param noise the noise of the data; a law can be recovered only without noise
 * @param gTest the bounded score on the test split; null without one, as are the other numbers of a missing split
 * @param nmseTest also null if it is undefined
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
