package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.sample.SampleKey;

/**
 * A query sample, or one of its answers: the samples with the highest cosine similarity of their embeddings.
 *
 * @param query from 0
 * @param place 0 for the query itself
 * @param trajectory null for objects of a survey
 * @param step the step of the first frame; null for objects of a survey
 * @param row null for simulations
 * @param picture PNG; null if there is none
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

    /** Returns the same sample with a picture, or without one. */
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
