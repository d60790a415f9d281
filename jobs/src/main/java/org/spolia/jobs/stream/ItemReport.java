package org.spolia.jobs.stream;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.Attempt;
import org.spolia.jobs.stage.Attempts;

/**
 * The outcome of one work item.
 *
 * @param id the id of the item: a trial, a data set or a file
 * @param evaluations the number of evaluations; null if they are not counted
 * @param reads the reads from the item's file; null if they are not counted
 * @param device the device of the computation
 * @param reason why the item failed; null if it did not
 * @param leftOut the parts of a successful item that were left out because they threw; null if complete
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
                failed() ? Attempts.FAILED : Attempts.DONE,
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
