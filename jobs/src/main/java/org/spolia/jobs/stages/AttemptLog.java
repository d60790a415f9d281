package org.spolia.jobs.stages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** The rows that one batch of a stage leaves in the table attempts: all trials started, then how each went. */
final class AttemptLog {
    private final Warehouse warehouse;
    private final String stage;
    private final long batch;
    private final Map<String, Integer> attempts;

    private AttemptLog(Warehouse warehouse, String stage, long batch, Map<String, Integer> attempts) {
        this.warehouse = warehouse;
        this.stage = stage;
        this.batch = batch;
        this.attempts = attempts;
    }

    /** Commits a row for each trial before it starts, so that a killed one leaves a trace. */
    static AttemptLog start(Warehouse warehouse, String stage, Batch batch, List<String> trialIds) {
        Map<String, Integer> attempts = new HashMap<>();
        trialIds.forEach(trial -> attempts.put(trial, 1));
        if (batch.maybeRepeated()) {
            earlier(warehouse, stage, batch.number())
                    .forEach((trial, count) -> attempts.computeIfPresent(trial, (id, one) -> one + count));
        }
        AttemptLog log = new AttemptLog(warehouse, stage, batch.number(), attempts);
        List<Attempt> rows = new ArrayList<>();
        for (String trial : trialIds) {
            rows.add(log.started(trial));
        }
        warehouse.append(Table.ATTEMPTS, rows);
        return log;
    }

    /** Commits how the trials went. */
    void finish(List<TrialReport> reports) {
        List<Attempt> rows = new ArrayList<>();
        for (TrialReport report : reports) {
            rows.add(report.attempt(stage, batch, attempts.getOrDefault(report.trialId(), 1)));
        }
        warehouse.append(Table.ATTEMPTS, rows);
    }

    /** How often each trial of this batch was started before; the same trials keep the number of their batch. */
    private static Map<String, Integer> earlier(Warehouse warehouse, String stage, long batch) {
        Map<String, Integer> counts = new HashMap<>();
        List<Row> rows = warehouse
                .read(Table.ATTEMPTS)
                .filter(functions.col("stage").equalTo(stage))
                .filter(functions.col("batch").equalTo(batch))
                .filter(functions.col("outcome").equalTo("started"))
                .select("trial_id")
                .collectAsList();
        rows.forEach(row -> counts.merge(row.getString(0), 1, Integer::sum));
        return counts;
    }

    private Attempt started(String trial) {
        return new Attempt(
                stage,
                trial,
                null,
                batch,
                attempts.getOrDefault(trial, 1),
                Attempt.Outcome.STARTED,
                Instant.now(),
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
