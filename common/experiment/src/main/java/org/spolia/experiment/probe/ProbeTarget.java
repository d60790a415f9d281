package org.spolia.experiment.probe;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.sample.SampleKey;

/**
 * The target of a trajectory or an object in its table.
 *
 * @param file the file in the data set
 * @param trajectory null for objects of a survey
 * @param row null for simulations
 * @param objectId null for simulations
 * @param text the target as text; null without a value
 * @param number the target as a number; null for classes and arrays, and without a value
 * @param numbers the target as an array, NaN for missing values; null for other targets, and without a value
 * @param mask as long as the array, 0 for values that count; null if there is none
 * @param shift the value of the column whose range is held out; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record ProbeTarget(
        String file,
        @Nullable Integer trajectory,
        @Nullable Long row,
        @Nullable String objectId,
        @Nullable String text,
        @Nullable Double number,
        double @Nullable [] numbers,
        double @Nullable [] mask,
        @Nullable Double shift) {
    String subject() {
        return SampleKey.of(file, null, trajectory, null, row, objectId).subject();
    }
}
