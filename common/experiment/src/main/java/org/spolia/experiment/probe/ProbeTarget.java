package org.spolia.experiment.probe;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.sample.SampleKey;

/**
 * The target of a run or of an object, as its table has it.
 *
 * @param file in the data set
 * @param trajectory null for objects of a survey
 * @param row null for simulations
 * @param objectId null for simulations
 * @param text of the target; null if it has no value
 * @param number the target as a number; null for classes and arrays, and if it has no value
 * @param numbers the target as an array, NaN where a value is missing; null for others, and if it has no value
 * @param mask of the length of the array, 0 where its values count; null if there is none
 * @param shift the column whose range is held out; null if there is none, or no value
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
