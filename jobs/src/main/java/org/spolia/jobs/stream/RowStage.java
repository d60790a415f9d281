package org.spolia.jobs.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.right.Right;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageFailure;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/**
 * Reads append-only input file by file and appends to tables, each row exactly once.
 *
 * <p>The number of a batch is the version of its writes. A batch that is repeated after a kill is computed again only
 * if one of its tables lacks it, and is written only to the tables that lack it.
 */
public final class RowStage {
    /** Spark's name for a batch that somebody else has begun. It happens only where there are no rights. */
    private static final String SECOND_WRITER = "CONCURRENT_STREAM_LOG_UPDATE";

    private final StageInfo stage;
    private final RowInput input;
    private final List<Relation> outputs;
    private final String optionsHash;
    private final BatchWork work;

    /**
     * Creates a stage.
     *
     * @param outputs the tables that it writes, in the order of their commits
     * @param optionsHash a hash of the stage's own options; empty if it has none
     */
    public RowStage(
            StageInfo stage, RowInput input, List<? extends Relation> outputs, String optionsHash, BatchWork work) {
        this.stage = stage;
        this.input = input;
        this.outputs = List.copyOf(outputs);
        this.optionsHash = optionsHash;
        this.work = work;
    }

    /**
     * Processes the rows that were appended since the last run, and ends. Waits while another run of the stage has the
     * same input.
     *
     * @return whether there were new rows
     * @throws ExperimentException if checkpoint and tables disagree
     */
    public boolean runOnce(Warehouse warehouse, ProgressListener listener) {
        return warehouse.rights().take(stage.name(), output()).compute(() -> runAlone(warehouse, listener));
    }

    private String output() {
        return Checkpoint.output(stage.name(), input, optionsHash);
    }

    private boolean runAlone(Warehouse warehouse, ProgressListener listener) {
        Checkpoint checkpoint = checkpoint(warehouse);
        String read = input.mark(warehouse);
        if (checkpoint.completion().isOf(marks(warehouse, checkpoint, read))) {
            return false;
        }
        Optional<Ahead> ahead = ahead(warehouse, checkpoint);
        try {
            start(warehouse, checkpoint, ahead.<BatchWork>map(found -> found).orElse(work), listener)
                    .awaitTermination();
        } catch (StreamingQueryException e) {
            if (e.toString().contains(SECOND_WRITER)) {
                throw new ExperimentException(
                        "Another process runs stage " + stage + " over " + input.name()
                                + " in this warehouse; nothing is lost: end one of the processes, and run the same"
                                + " command again",
                        e);
            }
            throw new StageFailure(stage, e);
        } finally {
            ahead.ifPresent(Ahead::close);
        }
        checkpoint.completion().record(marks(warehouse, checkpoint, read));
        return true;
    }

    /** The input before it was read, and the outputs as this stage left them, regardless of other writers. */
    private List<String> marks(Warehouse warehouse, Checkpoint checkpoint, String read) {
        List<String> marks = new ArrayList<>(List.of(read));
        outputs.forEach(output -> marks.add(warehouse.state(output).markOf(checkpoint.application())));
        return marks;
    }

    /** Returns whether all rows of the input have been processed. */
    public boolean isDone(Warehouse warehouse) {
        return Checkpoint.find(warehouse, stage.name(), input, optionsHash)
                .filter(found -> found.completion().isOf(marks(warehouse, found, inputMark(warehouse))))
                .isPresent();
    }

    /** A value that changes when the input may have more rows. */
    public String inputMark(Warehouse warehouse) {
        return input.mark(warehouse);
    }

    /**
     * Takes the right on the output until it is closed, for a run that continues until it is stopped.
     *
     * @throws ExperimentException if another such run has it
     */
    public Right keepRight(Warehouse warehouse) {
        return warehouse.rights().keep(stage.name(), output());
    }

    /** The application id with which it writes. */
    public String application(Warehouse warehouse) {
        return checkpoint(warehouse).application();
    }

    private Checkpoint checkpoint(Warehouse warehouse) {
        return Checkpoint.open(warehouse, stage.name(), input, optionsHash);
    }

    /** The files are listed before the query starts, so it reads all of them. */
    private Optional<Ahead> ahead(Warehouse warehouse, Checkpoint checkpoint) {
        checkpoint.requireAgreement(input, outputs);
        return work instanceof AheadWork early && input instanceof RelationInput relation
                ? Optional.of(new Ahead(early, warehouse.streamedFiles(relation.table(), checkpoint.offset())))
                : Optional.empty();
    }

    private StreamingQuery start(
            Warehouse warehouse, Checkpoint checkpoint, BatchWork present, ProgressListener listener) {
        // Listeners receive counts of trials only.
        StageProgress progress = new StageProgress(
                warehouse, stage, input.subject() == Subject.TRIAL ? listener : ProgressListener.SILENT);
        AtomicBoolean repeats = new AtomicBoolean(checkpoint.isBegun());
        VoidFunction2<Dataset<Row>, Long> process = (rows, number) -> process(
                present,
                rows,
                new Batch(warehouse, stage, input.subject(), number, repeats.getAndSet(false), progress),
                checkpoint.transaction(number));
        SessionSettings settings = SessionSettings.set(warehouse.spark(), input.settings());
        try {
            return input.stream(warehouse)
                    .writeStream()
                    .queryName(stage + "-" + input.name())
                    .option("checkpointLocation", checkpoint.location())
                    .trigger(Trigger.AvailableNow())
                    .foreachBatch(process)
                    .start();
        } catch (TimeoutException e) {
            throw new StageFailure(stage, e);
        } finally {
            settings.restore();
        }
    }

    private void process(BatchWork present, Dataset<Row> rows, Batch batch, Transaction transaction) {
        Warehouse warehouse = batch.warehouse();
        List<Relation> lacking = batch.repeated() ? lacking(warehouse, transaction) : outputs;
        if (!lacking.isEmpty()) {
            try (BatchOutput output = present.compute(rows, batch)) {
                for (Relation table : lacking) {
                    warehouse.append(table, output.rows(table), transaction);
                }
            }
        }
        present.finish(batch, transaction.application());
    }

    private List<Relation> lacking(Warehouse warehouse, Transaction transaction) {
        return outputs.stream()
                .filter(output -> !warehouse.state(output).contains(transaction))
                .toList();
    }
}
