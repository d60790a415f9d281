package org.spolia.jobs.stages;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the task of one trial went.
 *
 * @param evaluations how many expressions were evaluated; null where none are counted
 * @param reason why the trial failed; null if it did not
 */
record TrialReport(
        String trialId,
        Instant startedAt,
        double wallSeconds,
        double cpuSeconds,
        @Nullable Long evaluations,
        String host,
        String jdk,
        @Nullable String reason)
        implements Serializable {

    boolean failed() {
        return reason != null;
    }

    Attempt attempt(String stage, long batch, int attempt) {
        return new Attempt(
                stage,
                trialId,
                null,
                batch,
                attempt,
                failed() ? Attempt.Outcome.FAILED : Attempt.Outcome.DONE,
                startedAt,
                wallSeconds,
                cpuSeconds,
                evaluations,
                evaluations == null || wallSeconds == 0 ? null : evaluations / wallSeconds,
                host,
                jdk,
                null,
                "cpu",
                reason);
    }
}
