package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * A statistic of a component of a field over all files of a split.
 *
 * @param split null for files without the folder of a split
 * @param statistic mean, std, rms, mean_delta, std_delta or rms_delta
 * @param value null with a reason if a value of the field is not finite
 */
public record DatasetStatistic(
        String dataset,
        @Nullable String split,
        String field,
        String component,
        String statistic,
        @Nullable Double value,
        @Nullable String reason) {}
