package org.spolia.experiment.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a task: started, done or failed.
 *
 * @param trialId null for tasks without a trial
 * @param datasetId null for tasks without a data set of their own
 * @param file null for tasks without a file
 */
public record Attempt(
        String stage,
        @Nullable String trialId,
        @Nullable String datasetId,
        @Nullable String file,
        long batch,
        int attempt,
        String outcome,
        Instant startedAt,
        @Nullable Double wallSeconds,
        @Nullable Double cpuSeconds,
        @Nullable Long evaluations,
        @Nullable Double evaluationsPerSecond,
        @Nullable Long reads,
        @Nullable Long bytesRead,
        String host,
        String jdk,
        @Nullable Integer vectorBits,
        String device,
        @Nullable String reason) {}
