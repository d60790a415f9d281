package org.spolia.jobs.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import org.apache.spark.util.SerializableConfiguration;
import org.spolia.jobs.columns.RowFiles;
import org.spolia.jobs.columns.WrittenFile;
import org.spolia.jobs.session.FastPath;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Appends rows to a plain Parquet table: writes files here, and commits once. Delta plans and runs a Spark job even for
 * a single row of the driver, and Spark's writer processes each number of an array separately.
 */
final class PlainAppend {
    /** Parquet's default. */
    private static final int USUAL_LEVEL = 3;

    /**
     * For fields, the default level is up to half better; for embeddings of a network it gains 2 percent for three
     * times the work.
     */
    private static final int LEVEL_OF_VECTORS = 1;

    private final SparkSession spark;
    private final Relation table;
    private final TableState state;
    private final OptimisticTransaction delta;
    private final RowFiles files;
    private final Optional<Transaction> transaction;

    private PlainAppend(
            SparkSession spark,
            Relation table,
            TableState state,
            OptimisticTransaction delta,
            RowFiles files,
            Optional<Transaction> transaction) {
        this.spark = spark;
        this.table = table;
        this.state = state;
        this.delta = delta;
        this.files = files;
        this.transaction = transaction;
    }

    /** Begins to append; empty if the table is not plain Parquet, or its constraints cannot be checked here. */
    static Optional<PlainAppend> begin(SparkSession spark, Relation table, String folder, Condition condition) {
        OptimisticTransaction delta = condition
                .unchanged()
                .orElseGet(() -> TableState.read(spark, folder))
                .transaction(spark, folder);
        TableState state = TableState.of(delta.snapshot());
        if (!state.isPlain()) {
            return Optional.empty();
        }
        int level = table.equals(Table.EMBEDDINGS) ? LEVEL_OF_VECTORS : USUAL_LEVEL;
        return Constraints.of(spark, table, state)
                .map(conditions -> new RowFiles(folder, state.schema(), conditions, state.skippable(), level))
                .map(files -> {
                    // A query of Delta would run a job. The record of a read lets Delta refuse a concurrent commit of
                    // the same application, or of anything.
                    condition.once().ifPresent(write -> delta.readTxn().addOne(write.application()));
                    condition.unchanged().ifPresent(seen -> delta.readWholeTable());
                    return new PlainAppend(spark, table, state, delta, files, condition.once());
                });
    }

    /** Appends rows of the driver, with the columns of the table in order. Returns false if this was not done. */
    boolean append(List<Row> rows) {
        try {
            List<InternalRow> internal = InternalRows.of(rows, table.schema());
            WrittenFile written = files.write(0, internal.iterator(), files.configuration(spark));
            commit(List.of(written));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot append to " + table, e);
        }
    }

    /**
     * Appends rows, with the columns of the table in order, unless this write is in the table already. Returns false if
     * this was not done.
     */
    boolean append(Dataset<Row> rows) {
        if (transaction.filter(state::contains).isPresent()) {
            return true;
        }
        List<List<WrittenFile>> written = write(rows);
        if (written.stream().anyMatch(List::isEmpty)) {
            FastPath.WRITER.stepAside("a task could not write a file");
            return false;
        }
        commit(written.stream().flatMap(List::stream).toList());
        return true;
    }

    /** Returns a list for each partition that has rows; the list is empty if its task stepped aside. */
    private List<List<WrittenFile>> write(Dataset<Row> rows) {
        requireColumns(rows);
        Broadcast<SerializableConfiguration> configuration = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new SerializableConfiguration(files.configuration(spark)));
        RowFiles all = files;
        try {
            return SQLExecution.withNewExecutionId(
                    ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution(),
                    Option.apply("append to " + table),
                    () -> InternalRows.of(rows)
                            .mapPartitions(part -> write(all, part, configuration))
                            .collect());
        } finally {
            configuration.destroy();
        }
    }

    private void requireColumns(Dataset<Row> rows) {
        if (!Arrays.equals(rows.columns(), files.schema().fieldNames())) {
            throw new IllegalArgumentException(
                    "Rows for table " + table + " have columns " + String.join(", ", rows.columns()) + ", but it has "
                            + String.join(", ", files.schema().fieldNames()));
        }
    }

    private static Iterator<List<WrittenFile>> write(
            RowFiles files, Iterator<InternalRow> part, Broadcast<SerializableConfiguration> configuration) {
        if (!part.hasNext()) {
            return Collections.emptyIterator();
        }
        Optional<WrittenFile> written = FastPath.WRITER.attempt(() -> {
            try {
                return Optional.of(files.write(
                        TaskContext.getPartitionId(),
                        part,
                        configuration.value().value()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write to " + files.folder(), e);
            }
        });
        return List.of(written.stream().toList()).iterator();
    }

    private void commit(List<WrittenFile> written) {
        List<Action> actions = new ArrayList<>();
        transaction.ifPresent(write -> actions.add(
                new SetTransaction(write.application(), write.version(), Option.apply(System.currentTimeMillis()))));
        written.forEach(file -> actions.add(added(file)));
        delta.registerSQLMetrics(
                spark, scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(metrics(written))));
        delta.commit(CollectionConverters.asScala(actions).toSeq(), operation());
    }

    private static AddFile added(WrittenFile file) {
        return new AddFile(
                file.name(),
                scala.collection.immutable.Map$.MODULE$.<String, String>empty(),
                file.bytes(),
                file.modified(),
                true,
                file.statistics(),
                null,
                null,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    /** The metrics of the commit in the history of the table. */
    private Map<String, SQLMetric> metrics(List<WrittenFile> written) {
        return Map.of(
                "numFiles",
                metric(written.size()),
                "numOutputRows",
                metric(written.stream().mapToLong(WrittenFile::rows).sum()),
                "numOutputBytes",
                metric(written.stream().mapToLong(WrittenFile::bytes).sum()));
    }

    private SQLMetric metric(long value) {
        SQLMetric metric = SQLMetrics.createMetric(spark.sparkContext(), "written");
        metric.set(value);
        return metric;
    }

    static DeltaOperations.Write operation() {
        return new DeltaOperations.Write(
                SaveMode.Append,
                Option.apply(CollectionConverters.asScala(List.<String>of()).toSeq()),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }
}
