package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.sample.SampleKey;

/**
 * A sample that is a query, or an answer to one: among those most like it by the cosine of their vectors.
 *
 * @param query from 0
 * @param place 0 for the query itself
 * @param trajectory null for objects of a survey
 * @param step of the first frame; null for objects of a survey
 * @param row null for simulations
 * @param picture PNG; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record RetrievedSample(
        String experimentId,
        String dataset,
        String encoderId,
        String setting,
        int query,
        int place,
        String file,
        @Nullable Integer trajectory,
        @Nullable Integer step,
        @Nullable Long row,
        double similarity,
        byte @Nullable [] picture) {

    public SampleKey key() {
        return SampleKey.of(file, null, trajectory, step, row, null);
    }

    /** The same sample with a picture, or without one. */
    public RetrievedSample with(byte @Nullable [] other) {
        return new RetrievedSample(
                experimentId,
                dataset,
                encoderId,
                setting,
                query,
                place,
                file,
                trajectory,
                step,
                row,
                similarity,
                other);
    }
}
