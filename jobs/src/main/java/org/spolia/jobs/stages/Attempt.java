package org.spolia.jobs.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table attempts; its comments say what the values mean. */
record Attempt(
        String stage,
        @Nullable String trialId,
        @Nullable String file,
        long batch,
        int attempt,
        Outcome outcome,
        Instant startedAt,
        @Nullable Double wallSeconds,
        @Nullable Double cpuSeconds,
        @Nullable Long evaluations,
        @Nullable Double evaluationsPerSecond,
        String host,
        String jdk,
        @Nullable Integer vectorBits,
        String device,
        @Nullable String reason) {

    /** How far an attempt came. */
    enum Outcome {
        STARTED,
        DONE,
        FAILED
    }
}
