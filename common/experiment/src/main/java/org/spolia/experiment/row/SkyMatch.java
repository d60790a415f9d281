package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * Two objects of two surveys at the same position on the sky.
 *
 * @param matchId the hash of the configuration entry with all of its settings
 * @param leftSurvey the name of its table in {@code surveys}
 * @param leftFile with {@code leftRow}, the key of its row there
 */
public record SkyMatch(
        String matchId,
        String name,
        String leftSurvey,
        String leftFile,
        long leftRow,
        @Nullable String leftObjectId,
        String rightSurvey,
        String rightFile,
        long rightRow,
        @Nullable String rightObjectId,
        double separationArcsec,
        double radiusArcsec,
        String pairs) {}
