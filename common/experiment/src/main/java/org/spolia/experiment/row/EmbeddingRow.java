package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.sample.SampleKey;

/**
 * The embedding of a sample.
 *
 * @param split null for files without the folder of a split
 * @param trajectory null for objects of a survey
 * @param step the first step of the sample; null for objects of a survey
 * @param row the object in its file; null for simulations
 * @param objectId null for simulations
 * @param embedding the numbers; null if they are in half precision, or with a reason
 * @param half the bits of the numbers in half precision; null if they are in single precision, or with a reason
 * @param reason why there is no embedding; null if there is one
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
    /** Creates the row of an embedding, or of the reason why a sample has none. */
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
