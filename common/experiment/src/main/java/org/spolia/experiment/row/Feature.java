package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of regression rows, of one trajectory or of one file of a survey. Arrays are not copied, and two blocks are
 * equal only if they are the same object.
 *
 * @param trajectory null for a survey
 * @param first the first of the points
 * @param points the position of each row, ascending
 * @param columns an array of values for each variable
 * @param truth the target without noise; null if none was added
 */
@SuppressWarnings("ArrayRecordComponent")
public record Feature(
        String featuresId,
        String source,
        String file,
        @Nullable Integer trajectory,
        String split,
        long first,
        int rows,
        List<Long> points,
        double[][] columns,
        double[] target,
        double @Nullable [] truth)
        implements Serializable {}
