package org.spolia.jobs.sample;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.EmbeddingRow;

/** Which rows of a table a sample is made of: the first of them. */
public record SampleKey(
        String file,
        @Nullable String split,
        @Nullable Integer trajectory,
        @Nullable Integer step,
        @Nullable Long row,
        @Nullable String objectId) {

    /** The same run from another step on. */
    SampleKey at(int first) {
        return trajectory == null ? this : new SampleKey(file, split, trajectory, first, row, objectId);
    }

    boolean isSameRun(SampleKey other) {
        return trajectory != null && file.equals(other.file) && trajectory.equals(other.trajectory);
    }

    public EmbeddingRow row(
            String encoderId,
            String setting,
            String dataset,
            float @Nullable [] vector,
            short @Nullable [] half,
            @Nullable String reason) {
        return new EmbeddingRow(
                encoderId, setting, dataset, file, split, trajectory, step, row, objectId, vector, half, reason);
    }
}
