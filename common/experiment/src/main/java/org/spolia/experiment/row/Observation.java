package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of rows of a data set. Arrays are not copied, and two blocks are equal only if they are the same object.
 *
 * @param columns an array of values for each variable
 * @param truth the target without noise; null if unknown
 */
@SuppressWarnings("ArrayRecordComponent")
public record Observation(
        String datasetId,
        String split,
        int block,
        int rows,
        List<String> variables,
        double[][] columns,
        double[] target,
        double @Nullable [] truth)
        implements Serializable {}
