package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** The guarantees of both writers. */
@WithSpark
@ParameterizedClass
@ValueSource(strings = {"pages", "delta"})
class TableWriterTest {
    private static final AtomicReference<@Nullable Runnable> INTERRUPTION = new AtomicReference<>();

    @TempDir
    private Path folder;

    private final String writer;

    private SparkSession spark;
    private Warehouse warehouse;

    TableWriterTest(String writer) {
        this.writer = writer;
    }

    @BeforeEach
    void create(SparkSession session) {
        spark = session;
        spark.conf().set("spark.spolia.writer", writer);
        warehouse = TestWarehouse.create(session, folder);
    }

    @Test
    void filesAreSkippedByStatistics() {
        warehouse.append(Table.EMBEDDINGS, embeddings(spark));
        warehouse.append(Table.EMBEDDINGS, embeddings(spark).withColumn("encoder_id", functions.lit("f")));

        assertThat(warehouse.read(Table.EMBEDDINGS).filter("encoder_id = 'f'").inputFiles())
                .hasSize(1);
        assertThat(warehouse.read(Table.EMBEDDINGS).filter("encoder_id = 'f'").count())
                .isEqualTo(40);
    }

    @Test
    void aRowThatBreaksAConstraintLeavesTheTableUnchanged() {
        Dataset<Row> rows = embeddings(spark).withColumn("reason", functions.lit("none"));

        assertThatThrownBy(() -> warehouse.append(Table.EMBEDDINGS, rows))
                .hasStackTraceContaining("CHECK constraint vector_or_reason");
        assertThatThrownBy(() -> warehouse.append(
                        Table.OPERATOR_SETS,
                        List.of(new OperatorSetRow("a", "plain", List.of(), OperatorSetRow.NONE, null))))
                .hasStackTraceContaining("some_operator");
        assertThat(warehouse.state(Table.EMBEDDINGS).version()).isZero();
    }

    @Test
    void aWriteIsDoneOnceAndTheHistoryHasItsNumbers() {
        Transaction name = new Transaction("embed/x/y", 3);
        warehouse.append(Table.EMBEDDINGS, embeddings(spark), name);
        warehouse.append(Table.EMBEDDINGS, embeddings(spark), name);
        warehouse.append(Table.EMBEDDINGS, embeddings(spark), new Transaction("embed/x/z", 3));

        assertThat(warehouse.read(Table.EMBEDDINGS).count()).isEqualTo(80);
        assertThat(warehouse.state(Table.EMBEDDINGS).transactions())
                .containsEntry("embed/x/y", 3L)
                .containsEntry("embed/x/z", 3L);
        assertThat(history(Table.EMBEDDINGS, "version > 0"))
                .allMatch(commit -> commit.getString(0).equals("WRITE"))
                .extracting(commit -> commit.getJavaMap(1).get("numOutputRows"))
                .containsExactly("40", "40");
    }

    @Test
    void rowsThatDependOnTheTableAreChosenAgainIfAnotherWriterComesFirst() {
        List<OperatorSetRow> wanted = List.of(set("a", "plain"), set("b", "plain"));
        AtomicInteger choices = new AtomicInteger();
        List<OperatorSetRow> appended = warehouse.appendChosen(Table.OPERATOR_SETS, seen -> {
            List<OperatorSetRow> missing = warehouse.missing(Table.OPERATOR_SETS, wanted);
            if (choices.incrementAndGet() == 1) {
                warehouse.append(Table.OPERATOR_SETS, List.of(set("a", "plain")));
            }
            return missing;
        });

        assertThat(choices).hasValue(2);
        assertThat(appended).containsExactly(set("b", "plain"));
        assertThat(setIds()).containsExactly("a", "b");
        assertThat(warehouse.state(Table.OPERATOR_SETS).version()).isEqualTo(2);
        assertThat(warehouse.appendMissing(Table.OPERATOR_SETS, wanted)).isEmpty();
        assertThat(warehouse.state(Table.OPERATOR_SETS).version()).isEqualTo(2);
    }

    @Test
    void chosenRowsAreWrittenInTheFilesOfTheirLayout() {
        warehouse.appendChosen(
                Table.OPERATOR_SETS,
                seen -> List.of(set("a", "plain"), set("b", "plain"), set("c", "plain")),
                sets -> warehouse.rows(Table.OPERATOR_SETS, sets).repartition(3, functions.col("operator_set_id")));

        assertThat(setIds()).containsExactly("a", "b", "c");
        assertThat(warehouse.read(Table.OPERATOR_SETS).inputFiles()).hasSize((int) warehouse
                .rows(Table.OPERATOR_SETS, List.of(set("a", "plain"), set("b", "plain"), set("c", "plain")))
                .repartition(3, functions.col("operator_set_id"))
                .select(functions.spark_partition_id())
                .distinct()
                .count());
    }

    @Test
    void rowsAreReplacedAfterAConcurrentWriteOfOtherRows() {
        Dataset<Row> rows = interrupted(() -> warehouse.append(Table.OPERATOR_SETS, List.of(set("other", "other"))));
        warehouse.replace(Table.OPERATOR_SETS, "name", "plain", rows, new Transaction("plan/x/y", 0), "note");

        assertThat(setIds()).containsExactly("a", "other");
    }

    @Test
    void aBatchThatAnotherProcessWritesIsRefusedInOneLine() {
        Transaction batch = new Transaction("search/x/y", 0);
        Dataset<Row> rows = interrupted(() -> warehouse.append(
                Table.OPERATOR_SETS, warehouse.rows(Table.OPERATOR_SETS, List.of(set("a", "plain"))), batch));

        assertThatThrownBy(() -> warehouse.append(Table.OPERATOR_SETS, rows, batch))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("Another process writes the same batch to table " + warehouse.folder(Table.OPERATOR_SETS)
                        + "; nothing is lost: end one of the processes, and run the same command again");
        assertThat(setIds()).containsExactly("a");
    }

    /** Returns one set, and writes something else as soon as it is read for the first time. */
    private Dataset<Row> interrupted(Runnable write) {
        INTERRUPTION.set(write);
        return warehouse.rows(Table.OPERATOR_SETS, List.of(set("a", "plain"))).filter((FilterFunction<Row>) row -> {
            Runnable interruption = INTERRUPTION.getAndSet(null);
            if (interruption != null) {
                Thread other = new Thread(interruption);
                other.start();
                other.join();
            }
            return true;
        });
    }

    private List<String> setIds() {
        return warehouse.read(Table.OPERATOR_SETS).orderBy("operator_set_id").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void rowsAreReplacedInOneCommitWithANote() {
        Transaction name = new Transaction("plan/x/y", 0);
        warehouse.append(Table.OPERATOR_SETS, List.of(set("a", "plain"), set("b", "plain"), set("c", "other")));
        Dataset<Row> rows = warehouse.rows(Table.OPERATOR_SETS, List.of(set("d", "plain")));
        warehouse.replace(Table.OPERATOR_SETS, "name", "plain", rows, name, "one of them");
        warehouse.replace(Table.OPERATOR_SETS, "name", "plain", rows, name, "again");

        assertThat(warehouse
                        .read(Table.OPERATOR_SETS)
                        .orderBy("operator_set_id")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("c", "d");
        assertThat(history(Table.OPERATOR_SETS, "version > 1"))
                .extracting(commit -> commit.getString(2))
                .containsExactly("one of them");
    }

    private static OperatorSetRow set(String id, String name) {
        return new OperatorSetRow(id, name, List.of("+"), OperatorSetRow.NONE, null);
    }

    private List<Row> history(Table table, String filter) {
        return spark.sql("DESCRIBE HISTORY delta.`" + warehouse.folder(table) + "`")
                .filter(filter)
                .selectExpr("operation", "operationMetrics", "userMetadata")
                .collectAsList();
    }

    /** Forty embeddings, some of them in half precision and some missing. */
    static Dataset<Row> embeddings(SparkSession spark) {
        return spark.range(0, 40, 1, 1)
                .selectExpr(
                        "'e' AS encoder_id",
                        "'u' AS setting",
                        "'simulations.a' AS dataset",
                        "concat('file', id % 3) AS file",
                        "IF(id % 2 = 0, 'train', NULL) AS split",
                        "int(id % 4) AS trajectory",
                        "int(id) AS step",
                        "CAST(NULL AS BIGINT) AS row",
                        "CAST(NULL AS STRING) AS object_id",
                        "IF(id % 5 < 3, transform(sequence(1, 8), x -> float(x * id)), NULL) AS embedding",
                        "IF(id % 5 = 3, array(smallint(id)), NULL) AS half",
                        "IF(id % 5 = 4, 'none', NULL) AS reason");
    }
}
