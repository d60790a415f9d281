package org.spolia.jobs.pipeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.row.Attempt;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.tables.Table;

/** The rows that one batch of a stage leaves in the table attempts: all trials started, then how each went. */
public final class AttemptLog {
    static final String STARTED = "started";
    static final String DONE = "done";
    static final String FAILED = "failed";

    /** Each batch adds two small files. */
    private static final long BATCHES_PER_COMPACTION = 64;

    private final Batch batch;
    private final Map<String, Integer> attempts;

    private AttemptLog(Batch batch, Map<String, Integer> attempts) {
        this.batch = batch;
        this.attempts = attempts;
    }

    /** Commits a row for each trial before it starts, so that a killed one leaves a trace. */
    public static AttemptLog start(Batch batch, List<String> ids) {
        Map<String, Integer> attempts = new HashMap<>();
        ids.forEach(id -> attempts.put(id, 1));
        if (batch.repeated()) {
            earlier(batch).forEach((id, count) -> attempts.computeIfPresent(id, (key, one) -> one + count));
        }
        AttemptLog log = new AttemptLog(batch, attempts);
        log.append(ids.stream().map(log::started).toList());
        return log;
    }

    /** Commits how the trials went. */
    public void finish(List<ItemReport> reports) {
        append(reports.stream()
                .map(report -> report.attempt(batch, attempts.getOrDefault(report.id(), 1)))
                .toList());
        if (batch.number() % BATCHES_PER_COMPACTION == BATCHES_PER_COMPACTION - 1) {
            batch.warehouse().compact(Table.ATTEMPTS);
        }
    }

    /** How often each trial of this batch was started before; the same trials keep the number of their batch. */
    private static Map<String, Integer> earlier(Batch batch) {
        Map<String, Integer> counts = new HashMap<>();
        List<Row> rows = batch.warehouse()
                .read(Table.ATTEMPTS)
                .filter(functions.col("stage").equalTo(batch.stage().name()))
                .filter(functions.col("batch").equalTo(batch.number()))
                .filter(functions.col("outcome").equalTo(STARTED))
                .select(batch.subject().column())
                .na()
                .drop()
                .collectAsList();
        rows.forEach(row -> counts.merge(row.getString(0), 1, Integer::sum));
        return counts;
    }

    private void append(List<Attempt> rows) {
        batch.warehouse().append(Table.ATTEMPTS, rows);
    }

    private Attempt started(String id) {
        return new Attempt(
                batch.stage().name(),
                batch.subject().trialId(id),
                batch.subject().datasetId(id),
                batch.subject().file(id),
                batch.number(),
                attempts.getOrDefault(id, 1),
                STARTED,
                Instant.now(),
                null,
                null,
                null,
                null,
                null,
                null,
                Machine.host(),
                Machine.jdk(),
                null,
                "cpu",
                null);
    }
}
