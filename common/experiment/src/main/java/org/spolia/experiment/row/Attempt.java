package org.spolia.experiment.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a piece of work: started, done or failed.
 *
 * @param trialId null for a stage that works on files
 * @param file null for a stage that works on trials
 */
public record Attempt(
        String stage,
        @Nullable String trialId,
        @Nullable String file,
        long batch,
        int attempt,
        String outcome,
        Instant startedAt,
        @Nullable Double wallSeconds,
        @Nullable Double cpuSeconds,
        @Nullable Long evaluations,
        @Nullable Double evaluationsPerSecond,
        String host,
        String jdk,
        @Nullable Integer vectorBits,
        String device,
        @Nullable String reason) {}
