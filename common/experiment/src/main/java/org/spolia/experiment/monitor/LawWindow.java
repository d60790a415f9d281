package org.spolia.experiment.monitor;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The losses of a law over a block of rows.
 *
 * @param trajectory null for a survey
 * @param first the first of the points of the block
 * @param invalidRows the rows whose loss is not finite; they are in no sum
 * @param lossSum the sum of the squared residuals; null if it is not finite
 * @param lossSquares the sum of their squares; null if it is not finite
 */
public record LawWindow(
        String lawId,
        String file,
        @Nullable Integer trajectory,
        String split,
        long first,
        int rows,
        int invalidRows,
        @Nullable Double lossSum,
        @Nullable Double lossSquares)
        implements Serializable {}
