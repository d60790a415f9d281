package org.spolia.jobs.stream;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.row.Attempt;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.stage.Attempts;
import org.spolia.jobs.tables.Table;

/** Writes the rows of one batch to the table attempts: the start of each work item, then its outcome. */
public final class AttemptLog {
    /** Each batch adds two small files. */
    private static final long BATCHES_PER_COMPACTION = 64;

    private final Batch batch;
    private final Map<String, Integer> attempts;

    private AttemptLog(Batch batch, Map<String, Integer> attempts) {
        this.batch = batch;
        this.attempts = attempts;
    }

    /** Commits a row for each work item before it starts, so that a killed item leaves a trace. */
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

    /** Commits the outcomes of the work items. */
    public void finish(List<ItemReport> reports) {
        append(reports.stream()
                .map(report -> report.attempt(batch, attempts.getOrDefault(report.id(), 1)))
                .toList());
        if (batch.number() % BATCHES_PER_COMPACTION == BATCHES_PER_COMPACTION - 1) {
            batch.warehouse().compact(Table.ATTEMPTS);
        }
    }

    /** Counts the earlier starts of each work item of this batch; the same items keep the number of their batch. */
    private static Map<String, Integer> earlier(Batch batch) {
        Map<String, Integer> counts = new HashMap<>();
        List<Row> rows = batch.warehouse()
                .read(Table.ATTEMPTS)
                .filter(functions.col("stage").equalTo(batch.stage().name()))
                .filter(functions.col("batch").equalTo(batch.number()))
                .filter(functions.col("outcome").equalTo(Attempts.STARTED))
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
                Attempts.STARTED,
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
