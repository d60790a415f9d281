package org.spolia.experiment.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a piece of work: started, done or failed.
 *
 * @param trialId null for work that is not about a trial
 * @param datasetId null for work that is not about a data set of its own
 * @param file null for work that is not about a file
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
