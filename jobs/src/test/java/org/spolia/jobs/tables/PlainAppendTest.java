package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.exceptions.ConcurrentTransactionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** Compares with Delta's own writer. */
@WithSpark
class PlainAppendTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<OperatorSetRow> SETS = List.of(
            new OperatorSetRow("a", "plain", List.of("+", "*"), OperatorSetRow.NONE, null),
            new OperatorSetRow("b", "other", List.of("-"), OperatorSetRow.NONE, null));

    @TempDir
    private Path folder;

    private SparkSession spark;
    private Warehouse warehouse;

    @BeforeEach
    void create(SparkSession session) {
        spark = session;
        warehouse = TestWarehouse.create(session, folder);
    }

    @Test
    void rowsAndLogEqualDeltasOwn() throws IOException {
        Dataset<Row> rows = TableWriterTest.embeddings(spark);
        rows.write().format("delta").mode("append").save(warehouse.folder(Table.EMBEDDINGS));
        ObjectNode theirs = statistics(Table.EMBEDDINGS, 1);
        List<Row> read = warehouse.read(Table.EMBEDDINGS).orderBy("step").collectAsList();
        warehouse.append(Table.EMBEDDINGS, rows);

        ObjectNode ours = statistics(Table.EMBEDDINGS, 2);
        theirs.remove("tightBounds");
        assertThat(ours).isEqualTo(theirs);
        assertThat(warehouse.read(Table.EMBEDDINGS).orderBy("step").collectAsList())
                .hasSize(80)
                .containsAll(read);
        assertThat(operation(2)).isEqualTo(operation(1));
    }

    @Test
    void aBrokenConstraintIsQuotedAndLeavesNoFile() throws IOException {
        Dataset<Row> rows = TableWriterTest.embeddings(spark).withColumn("reason", functions.lit("none"));

        assertThatThrownBy(() -> warehouse.append(Table.EMBEDDINGS, rows))
                .hasStackTraceContaining(
                        "A row breaks CHECK constraint vector_or_reason of embeddings: (reason IS NULL) =");
        try (Stream<Path> files = Files.list(folder.resolve("embeddings"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                    .isEmpty();
        }
    }

    @Test
    void columnsInAnotherOrderAreRefused() {
        Dataset<Row> rows = TableWriterTest.embeddings(spark).select("setting", "*");

        assertThatThrownBy(() -> warehouse.append(Table.EMBEDDINGS, rows))
                .hasMessageStartingWith("Rows for table embeddings have columns setting, encoder_id, setting");
    }

    @Test
    void oneOfTwoConcurrentWritesOfAnApplicationIsRefused() {
        Dataset<Row> rows = warehouse.rows(Table.OPERATOR_SETS, SETS);
        Condition name = Condition.once(new Transaction("plan/x/y", 0));
        PlainAppend first = begin(name);
        PlainAppend second = begin(name);
        first.append(rows);

        assertThatThrownBy(() -> second.append(rows)).isInstanceOf(ConcurrentTransactionException.class);
        begin(name).append(rows);
        assertThat(warehouse.read(Table.OPERATOR_SETS).count()).isEqualTo(2);
    }

    @Test
    void concurrentWritesOfOtherApplicationsSucceed() {
        Dataset<Row> rows = warehouse.rows(Table.OPERATOR_SETS, SETS);
        PlainAppend first = begin(Condition.once(new Transaction("plan/x/y", 0)));
        PlainAppend second = begin(Condition.once(new Transaction("plan/x/z", 0)));
        first.append(rows);
        second.append(rows);

        assertThat(warehouse.read(Table.OPERATOR_SETS).count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'delta.enableDeletionVectors' = 'true'", "'delta.columnMapping.mode' = 'name'"})
    void tablesThatAreNotPlainParquetAreLeftToDelta(String kind) {
        spark.sql("ALTER TABLE operator_sets SET TBLPROPERTIES (" + kind + ")");
        warehouse.append(Table.OPERATOR_SETS, SETS);
        warehouse.append(
                Table.OPERATOR_SETS, warehouse.rows(Table.OPERATOR_SETS, SETS), new Transaction("plan/x/y", 0));

        assertThat(warehouse.state(Table.OPERATOR_SETS).isPlain()).isFalse();
        assertThat(warehouse.read(Table.OPERATOR_SETS).count()).isEqualTo(4);
    }

    @Test
    void aConstraintThatNeedsAColumnOfItsOwnIsLeftToDelta() {
        spark.sql("ALTER TABLE operator_sets ADD CONSTRAINT few CHECK (length(repeat(name, 2)) BETWEEN 1 AND 8)");
        assertThatThrownBy(() -> warehouse.append(Table.OPERATOR_SETS, SETS)).hasStackTraceContaining("few");
        warehouse.append(
                Table.OPERATOR_SETS, List.of(new OperatorSetRow("a", "set", List.of("+"), OperatorSetRow.NONE, null)));

        assertThat(warehouse.read(Table.OPERATOR_SETS).count()).isEqualTo(1);
    }

    private PlainAppend begin(Condition condition) {
        return PlainAppend.begin(spark, Table.OPERATOR_SETS, warehouse.folder(Table.OPERATOR_SETS), condition)
                .orElseThrow();
    }

    /** The statistics of the only file of a commit, without the arrays. */
    private ObjectNode statistics(Table table, int version) throws IOException {
        Path log = folder.resolve(table.folderName())
                .resolve(String.format(Locale.ROOT, "_delta_log/%020d.json", version));
        for (String line : Files.readAllLines(log)) {
            JsonNode added = JSON.readTree(line).path("add");
            if (!added.isMissingNode()) {
                return (ObjectNode) JSON.readTree(added.path("stats").asText());
            }
        }
        throw new AssertionError("No file is added in " + log);
    }

    private Map<String, String> operation(int version) {
        Row commit = spark.sql("DESCRIBE HISTORY delta.`" + warehouse.folder(Table.EMBEDDINGS) + "`")
                .filter("version = " + version)
                .selectExpr("operation", "operationParameters", "operationMetrics", "isBlindAppend")
                .head();
        Map<String, String> metrics = new TreeMap<>(commit.getJavaMap(2));
        assertThat(metrics.remove("numOutputBytes")).isNotEqualTo("0");
        metrics.put("operation", commit.getString(0) + commit.getJavaMap(1) + commit.getBoolean(3));
        return metrics;
    }
}
