package org.spolia.jobs.stages;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/**
 * Reads an append-only table file by file and appends to others, each row exactly once.
 *
 * <p>The number of a batch is the version of its writes. A batch that comes again after a kill is computed again only if one of its
 * tables lacks it, and written only where it is lacking.
 *
 * @param name the name of the stage
 * @param input the table that it reads
 * @param outputs the tables that it writes, in the order of their commits
 * @param optionsHash a hash of the stage's own options; empty if it has none
 * @param work the computation
 */
record RowStage(String name, Table input, List<Table> outputs, String optionsHash, BatchWork work) {
    RowStage {
        outputs = List.copyOf(outputs);
    }

    /**
     * Processes what has been appended since the last time, and ends.
     *
     * @return whether there was anything
     * @throws org.spolia.experiment.ExperimentException if checkpoint and tables disagree
     */
    boolean runOnce(Warehouse warehouse) {
        Checkpoint checkpoint = Checkpoint.open(warehouse, name, input, optionsHash);
        if (checkpoint.isComplete(input, outputs)) {
            return false;
        }
        TableState before = warehouse.state(input);
        try {
            start(warehouse, checkpoint, Trigger.AvailableNow()).awaitTermination();
        } catch (StreamingQueryException e) {
            throw new StageFailure(name, e);
        }
        checkpoint.recordCompletion(before, outputs);
        return true;
    }

    /** Processes what has been appended, and looks for more at this interval until the query is stopped. */
    StreamingQuery start(Warehouse warehouse, Duration interval) {
        Checkpoint checkpoint = Checkpoint.open(warehouse, name, input, optionsHash);
        return start(warehouse, checkpoint, Trigger.ProcessingTime(interval.toMillis()));
    }

    private StreamingQuery start(Warehouse warehouse, Checkpoint checkpoint, Trigger trigger) {
        checkpoint.requireAgreement(input, outputs);
        AtomicBoolean first = new AtomicBoolean(true);
        try {
            return warehouse
                    .readFileByFile(input)
                    .writeStream()
                    .queryName(name)
                    .option("checkpointLocation", checkpoint.location())
                    .trigger(trigger)
                    .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (rows, number) -> process(
                            warehouse, rows, new Batch(number, first.getAndSet(false)), checkpoint.transaction(number)))
                    .start();
        } catch (TimeoutException e) {
            throw new StageFailure(name, e);
        }
    }

    private void process(Warehouse warehouse, Dataset<Row> rows, Batch batch, Transaction transaction) {
        List<Table> lacking = batch.maybeRepeated() ? lacking(warehouse, transaction) : outputs;
        if (lacking.isEmpty()) {
            return;
        }
        try (BatchOutput output = work.compute(rows, batch)) {
            for (Table table : lacking) {
                warehouse.append(table, output.rows(table), transaction);
            }
        }
    }

    private List<Table> lacking(Warehouse warehouse, Transaction transaction) {
        return outputs.stream()
                .filter(output -> !warehouse.state(output).contains(transaction))
                .toList();
    }
}
