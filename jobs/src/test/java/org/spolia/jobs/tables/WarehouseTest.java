package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** With both writers. */
@WithSpark
@ParameterizedClass
@ValueSource(strings = {"pages", "delta"})
class WarehouseTest {
    private static final List<OperatorSetRow> SETS =
            List.of(new OperatorSetRow("a", "plain", List.of("+", "*"), OperatorSetRow.NONE, null));

    @TempDir
    private Path folder;

    private final String writer;

    WarehouseTest(String writer) {
        this.writer = writer;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared field by field.
    record CandidateLike(
            String trialId,
            int complexity,
            int rank,
            String expression,
            int size,
            int depth,
            Map<String, Integer> operators,
            double[] constants,
            double loss,
            @Nullable Double heldOutLoss,
            @Nullable Double heldOutError,
            boolean pareto,
            boolean selected) {}

    @Test
    void createsTheTablesOfTheStatements(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);

        for (Table table : Table.values()) {
            assertThat(warehouse.read(table).schema().simpleString())
                    .isEqualTo(table.schema().simpleString());
            assertThat(warehouse.state(table).properties()).containsKey("spolia.key");
        }
    }

    @Test
    void foreignFilesInATablesFolderStay(SparkSession spark) throws IOException {
        Path file = Files.createDirectory(folder.resolve("problems")).resolve("mine.yaml");
        Files.writeString(file, "mine");

        assertThatThrownBy(() -> TestWarehouse.at(spark, folder).create()).hasMessageContaining("problems");
        assertThat(file).hasContent("mine");
    }

    @Test
    void theRemainsOfAKilledCreationAreRemoved(SparkSession spark) throws IOException {
        Path log = Files.createDirectories(folder.resolve("trials/_delta_log"));
        Files.writeString(log.resolve(".00000000000000000000.json.tmp"), "{");
        Warehouse warehouse = TestWarehouse.at(spark, folder);
        warehouse.create();

        assertThat(warehouse.state(Table.TRIALS).exists()).isTrue();
    }

    @Test
    void namesTablesAndViewsInTheSession(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);
        warehouse.append(Table.OPERATOR_SETS, SETS);
        warehouse.register();

        assertThat(spark.sql("SELECT name FROM operator_sets").collectAsList()).hasSize(1);
        for (View view : View.values()) {
            assertThat(spark.table(view.viewName()).columns())
                    .as(view.viewName())
                    .isNotEmpty();
        }
    }

    @Test
    void createsOnlyWhatIsMissing(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);
        warehouse.append(Table.OPERATOR_SETS, SETS);
        warehouse.create();

        assertThat(warehouse.read(Table.OPERATOR_SETS).count()).isEqualTo(1);
        assertThat(warehouse.state(Table.TRIALS).version()).isZero();
    }

    @Test
    void findsItsTablesAfterAMoveToAFolderWithAnAwkwardName(SparkSession spark) {
        create(spark, folder.resolve("a")).append(Table.OPERATOR_SETS, SETS);
        Path moved = folder.resolve("o'clock, 100% b\\c");
        TestWarehouse.copy(folder.resolve("a"), moved);
        TestWarehouse.at(spark, moved).register();

        assertThat(spark.sql("SELECT * FROM operator_sets").count()).isEqualTo(1);
    }

    @Test
    void refusesATableOfAnotherSchemaVersion(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);
        spark.sql("ALTER TABLE scores SET TBLPROPERTIES ('spolia.schema.version' = '99')");

        assertThatThrownBy(warehouse::create)
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("/scores has schema version 99, but this Spolia needs 2")
                .hasMessageContaining("spolia reset");
    }

    @Test
    void writesOnceInTheNameOfOneTransaction(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);
        Dataset<Row> rows = warehouse.rows(Table.OPERATOR_SETS, SETS);
        Transaction transaction = new Transaction("search/x/y", 7);
        warehouse.append(Table.OPERATOR_SETS, rows, transaction);
        warehouse.append(Table.OPERATOR_SETS, rows, transaction);

        assertThat(warehouse.read(Table.OPERATOR_SETS).count()).isEqualTo(1);
        assertThat(warehouse.state(Table.OPERATOR_SETS).contains(transaction)).isTrue();
        assertThat(warehouse.state(Table.OPERATOR_SETS).contains(new Transaction("search/x/y", 8)))
                .isFalse();
    }

    @Test
    void remembersATransactionWithoutRows(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);
        Transaction transaction = new Transaction("search/x/y", 0);
        warehouse.append(Table.OPERATOR_SETS, warehouse.rows(Table.OPERATOR_SETS, List.of()), transaction);

        assertThat(warehouse.state(Table.OPERATOR_SETS).contains(transaction)).isTrue();
    }

    @Test
    void refusesNaNInAnArray(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);

        assertThatThrownBy(() -> warehouse.append(Table.CANDIDATES, List.of(candidate(Double.NaN))))
                .hasStackTraceContaining("finite_constants");
        assertThat(warehouse.read(Table.CANDIDATES).count()).isZero();
    }

    @Test
    void recordsAreRestoredFromRows(SparkSession spark) {
        Warehouse warehouse = create(spark, folder);
        CandidateLike candidate = candidate(-0.0);
        warehouse.append(Table.CANDIDATES, List.of(candidate));

        CandidateLike read =
                RecordRows.toRecord(warehouse.read(Table.CANDIDATES).head(), CandidateLike.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(candidate);
    }

    @Test
    void readingAnEmptyFolderCreatesNothing(SparkSession spark) {
        Warehouse warehouse = TestWarehouse.at(spark, folder.resolve("none"));
        warehouse.register();

        assertThat(warehouse.isEmpty()).isTrue();
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }

    private Warehouse create(SparkSession spark, Path place) {
        spark.conf().set("spark.spolia.writer", writer);
        return TestWarehouse.create(spark, place);
    }

    private static CandidateLike candidate(double constant) {
        return new CandidateLike(
                "t", 3, 1, "x*2", 3, 2, Map.of("*", 1, "+", 2), new double[] {constant, 2}, 0.5, 0.6, null, true, true);
    }
}
