package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.sample.SampleKey;

/**
 * What an encoder made of a sample.
 *
 * @param split null for files in no folder of a split
 * @param trajectory null for objects of a survey
 * @param step the first of the sample; null for objects of a survey
 * @param row the object in its file; null for simulations
 * @param objectId null for simulations
 * @param embedding the vector; null if it is in half precision, or with a reason
 * @param half the bits of the vector in half precision; null if it is in single precision, or with a reason
 * @param reason why there is no vector; null if there is
 */
@SuppressWarnings("ArrayRecordComponent")
public record EmbeddingRow(
        String encoderId,
        String setting,
        String dataset,
        String file,
        @Nullable String split,
        @Nullable Integer trajectory,
        @Nullable Integer step,
        @Nullable Long row,
        @Nullable String objectId,
        float @Nullable [] embedding,
        short @Nullable [] half,
        @Nullable String reason) {
    /** An embedding, or the reason why there is none, of a sample. */
    public static EmbeddingRow of(
            String encoderId,
            String setting,
            String dataset,
            SampleKey key,
            float @Nullable [] embedding,
            short @Nullable [] half,
            @Nullable String reason) {
        return new EmbeddingRow(
                encoderId,
                setting,
                dataset,
                key.file(),
                key.split(),
                key.trajectory(),
                key.step(),
                key.row(),
                key.objectId(),
                embedding,
                half,
                reason);
    }

    public SampleKey key() {
        return SampleKey.of(file, split, trajectory, step, row, objectId);
    }
}
