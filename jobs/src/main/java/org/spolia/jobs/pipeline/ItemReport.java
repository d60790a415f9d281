package org.spolia.jobs.pipeline;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.Attempt;

/**
 * How the task of one trial went.
 *
 * @param id the trial, or what a task is about where it is not about trials
 * @param evaluations how many expressions were evaluated; null where none are counted
 * @param reads of the file that it is about; null where none are counted
 * @param device that it ran on
 * @param reason why the trial failed; null if it did not
 * @param leftOut what of a trial that did not fail was left out because it threw; null for nothing
 */
public record ItemReport(
        String id,
        Instant startedAt,
        double wallSeconds,
        double cpuSeconds,
        @Nullable Long evaluations,
        @Nullable FileReads reads,
        String host,
        String jdk,
        int vectorBits,
        String device,
        @Nullable String reason,
        @Nullable String leftOut)
        implements Serializable {

    public boolean failed() {
        return reason != null;
    }

    Attempt attempt(Batch batch, int attempt) {
        return new Attempt(
                batch.stage().name(),
                batch.subject().trialId(id),
                batch.subject().datasetId(id),
                batch.subject().file(id),
                batch.number(),
                attempt,
                failed() ? AttemptLog.FAILED : AttemptLog.DONE,
                startedAt,
                wallSeconds,
                cpuSeconds,
                evaluations,
                evaluations == null || wallSeconds == 0 ? null : evaluations / wallSeconds,
                reads == null ? null : reads.requests(),
                reads == null ? null : reads.bytes(),
                host,
                jdk,
                vectorBits,
                device,
                failed() ? reason : leftOut);
    }
}
