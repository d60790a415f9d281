package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.stored.StoredTables;
import org.spolia.jobs.tables.stored.StoredViews;

/** Tables of older and newer versions are refused with a remedy, migrated by additions, and otherwise never changed. */
@WithSpark
class MigrationTest {
    @TempDir
    Path folder;

    private OldWarehouse old;

    @BeforeEach
    void unpack() throws IOException, InterruptedException {
        old = OldWarehouse.in(folder);
    }

    @Test
    void theWarehouseOfTheFirstReleaseOpensAsItIs(SparkSession spark) {
        Warehouse warehouse = at(spark);
        warehouse.register();

        assertThat(StoredTables.in(old.root()).areCurrent()).isTrue();
        assertThat(spark.sql("SELECT * FROM leaderboard").count()).isEqualTo(4);
        assertThat(warehouse.shardTable("simulations.advection_1d")).isPresent();
        Map<String, Long> versions = versions(warehouse);
        assertThat(migrate(warehouse)).last().isEqualTo(versions.size() + 1 + " tables and all views were up to date");
        assertThat(versions(warehouse)).containsAllEntriesOf(versions);
        assertThat(migrate(warehouse)).hasSize(1);
    }

    @Test
    void anOlderTableIsRefusedUntilItIsMigrated(SparkSession spark) throws IOException {
        Warehouse warehouse = at(spark);
        long rows = warehouse.read(Table.CANDIDATES).count();
        warehouse.forget(Table.CANDIDATES);
        old.withOlderCandidates();

        for (ThrowingCallable opening : openings(spark, warehouse)) {
            assertThatThrownBy(opening)
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining("/candidates has schema version 1, but this Spolia needs 2")
                    .hasMessageContaining(
                            "it lacks column held_out_loss, column held_out_error, constraint finite_held_out")
                    .hasMessageEndingWith("migrate it with spolia migrate --warehouse " + old.root());
        }
        assertThat(StoredTables.in(old.root()).areCurrent()).isFalse();

        assertThat(migrate(warehouse)).first().asString().startsWith("candidates: added column held_out_loss, ");
        assertMigrated(warehouse, Table.CANDIDATES);
        warehouse.register();
        assertThat(spark.sql("SELECT held_out_loss FROM candidates").count()).isEqualTo(rows);
        assertThat(migrate(warehouse)).hasSize(1);
    }

    @Test
    void rowsAreAppendedToAMigratedTable(SparkSession spark) throws IOException {
        old.withColumns("operator_sets", columns -> columns.add(columns.remove(0)));
        Warehouse warehouse = at(spark);
        assertThat(migrate(warehouse)).first().isEqualTo("operator_sets: added the order of the columns");

        warehouse.append(
                Table.OPERATOR_SETS,
                List.of(new OperatorSetRow("id", "appended", List.of("+"), OperatorSetRow.NONE, null)));
        assertThat(warehouse
                        .read(Table.OPERATOR_SETS)
                        .filter("operator_set_id = 'id' AND name = 'appended'")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aTableWithSomeOfTheColumnsGetsTheOthers(SparkSession spark) throws IOException {
        old.withOlderCandidates();
        Warehouse warehouse = at(spark);
        spark.sql("ALTER TABLE delta.`" + old.root() + "/candidates` ADD COLUMNS (held_out_loss DOUBLE AFTER loss)");

        assertThatThrownBy(warehouse::create)
                .hasMessageContaining("it lacks column held_out_error, constraint finite_held_out: migrate");
        migrate(warehouse);
        assertMigrated(warehouse, Table.CANDIDATES);
    }

    @Test
    void aMigrationThatWasKilledBetweenTwoTablesIsContinued(SparkSession spark) throws IOException {
        old.withOlderCandidates().withProperty("trials", Definition.SCHEMA_VERSION, null);
        Warehouse warehouse = at(spark);
        assertThatThrownBy(() -> Migration.run(warehouse, line -> {
                    throw new IllegalStateException("killed after " + line);
                }))
                .hasMessageStartingWith("killed after trials: added");
        assertThatThrownBy(warehouse::create).hasMessageContaining("/candidates has schema version 1");

        assertThat(migrate(warehouse))
                .filteredOn(line -> line.contains("added"))
                .singleElement()
                .asString()
                .startsWith("candidates: ");
        assertMigrated(warehouse, Table.CANDIDATES);
        assertMigrated(warehouse, Table.TRIALS);
    }

    @Test
    void aTableWithoutAVersionGetsOne(SparkSession spark) throws IOException {
        old.withProperty("trials", Definition.SCHEMA_VERSION, null);
        old.withProperty("simulations/advection_1d", Definition.SCHEMA_VERSION, null);
        Warehouse warehouse = at(spark);

        assertThatThrownBy(warehouse::create)
                .hasMessageContaining("/trials has schema version none")
                .hasMessageContaining("it lacks property spolia.schema.version");
        assertThatThrownBy(() -> warehouse.shardTable("simulations.advection_1d"))
                .hasMessageContaining("/simulations/advection_1d has schema version none");
        assertThat(migrate(warehouse))
                .contains(
                        "trials: added property spolia.schema.version",
                        "simulations.advection_1d: added property spolia.schema.version");
        assertMigrated(warehouse, Table.TRIALS);
        assertThat(warehouse.shardTable("simulations.advection_1d")).isPresent();
    }

    @Test
    void columnsThatMayBeNullNow(SparkSession spark) throws IOException {
        old.withColumn("candidates", "held_out_loss", "nullable", BooleanNode.FALSE);
        Warehouse warehouse = at(spark);
        assertThat(migrate(warehouse)).first().isEqualTo("candidates: added NULL in column held_out_loss");
        assertMigrated(warehouse, Table.CANDIDATES);
    }

    @Test
    void aMissingTableHasNoRowsAndIsCreated(SparkSession spark) throws IOException {
        old.withoutTable("probe_scores").withoutTable("experiment_versions");
        SparkSession session = spark.newSession();
        StoredViews.of("SELECT * FROM leaderboard", old.root()).orElseThrow().register(session);
        assertThat(session.sql("SELECT * FROM leaderboard").count()).isEqualTo(4);

        Warehouse warehouse = at(spark);
        warehouse.register();
        assertThat(spark.sql("SELECT * FROM probe_curve").count()).isZero();
        assertThat(spark.sql("SELECT * FROM leaderboard").count()).isEqualTo(4);
        assertThat(migrate(warehouse)).contains("probe_scores: created", "experiment_versions: created");
        warehouse.register();
        assertThat(spark.sql("DESCRIBE DETAIL probe_scores").count()).isEqualTo(1);
        assertMigrated(warehouse, Table.PROBE_SCORES);
    }

    @Test
    void aNewerTableIsRefused(SparkSession spark) throws IOException {
        old.withProperty("scores", Definition.SCHEMA_VERSION, "99");
        Warehouse warehouse = at(spark);
        List<ThrowingCallable> refused = new ArrayList<>(openings(spark, warehouse));
        refused.add(() -> migrate(warehouse));
        for (ThrowingCallable opening : refused) {
            assertThatThrownBy(opening)
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining(
                            "/scores has schema version 99, but this Spolia needs 2; a newer Spolia wrote it");
        }
    }

    @Test
    void whatNobodyCanAddIsRefusedBeforeAnythingChanges(SparkSession spark) throws IOException {
        old.withOlderCandidates().withoutColumns("scores", "dataset_id");
        refusedUnchanged(spark, "it cannot be migrated, because it lacks column dataset_id, which needs values");
    }

    @Test
    void anotherTypeIsRefused(SparkSession spark) throws IOException {
        old.withOlderCandidates().withColumn("scores", "rows", "type", new TextNode("long"));
        refusedUnchanged(spark, "its column rows is BIGINT instead of INT");
    }

    @Test
    void anUnknownColumnIsRefused(SparkSession spark) throws IOException {
        old.withOlderCandidates().withColumn("scores", "g", "name", new TextNode("score"));
        refusedUnchanged(spark, "it lacks column g, which needs values");
    }

    @Test
    void anotherKeyIsRefused(SparkSession spark) throws IOException {
        old.withOlderCandidates().withProperty("scores", Definition.KEY, "trial_id,model");
        refusedUnchanged(spark, "its rows differ in trial_id,model instead of dataset_id,trial_id,model,");
    }

    @Test
    void rowsThatBreakANewConditionAreRefused(SparkSession spark) throws IOException {
        String condition = "delta.constraints.law_has_trial";
        old.withProperty("scores", condition, null).withOlderCandidates();
        Warehouse warehouse = at(spark);
        warehouse
                .read(Table.SCORES)
                .filter("model = 'law'")
                .limit(1)
                .withColumn("trial_id", functions.lit(null).cast("string"))
                .write()
                .format("delta")
                .mode("append")
                .save(warehouse.folder(Table.SCORES));
        Map<String, Long> versions = versions(warehouse);

        assertThatThrownBy(() -> migrate(warehouse))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(
                        "/scores cannot be migrated: it has rows that break the constraint (model = 'law')");
        assertThat(versions(warehouse)).isEqualTo(versions);
    }

    private void refusedUnchanged(SparkSession spark, String reason) {
        Warehouse warehouse = at(spark);
        Map<String, Long> versions = versions(warehouse);
        assertThatThrownBy(() -> migrate(warehouse))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("/scores has schema version 2")
                .hasMessageContaining(reason)
                .hasMessageContaining("spolia reset");
        assertThat(versions(warehouse)).isEqualTo(versions);
    }

    /** The ways to open a table: for writing, by name in SQL, and by its files. */
    private List<ThrowingCallable> openings(SparkSession spark, Warehouse warehouse) {
        return List.of(
                warehouse::create,
                warehouse::register,
                () -> StoredViews.of("SELECT * FROM leaderboard", old.root())
                        .orElseThrow()
                        .register(spark.newSession()));
    }

    private static void assertMigrated(Warehouse warehouse, Table table) {
        warehouse.requireCurrent(List.of(Table.values()));
        assertThat(warehouse.difference(table).isNone()).isTrue();
        assertThat(warehouse.read(table).schema().simpleString())
                .isEqualTo(table.schema().simpleString());
    }

    private static List<String> migrate(Warehouse warehouse) {
        List<String> lines = new ArrayList<>();
        Migration.run(warehouse, lines::add);
        return lines;
    }

    private static Map<String, Long> versions(Warehouse warehouse) {
        return Arrays.stream(Table.values())
                .filter(table -> warehouse.state(table).exists())
                .collect(Collectors.toMap(
                        Table::tableName, table -> warehouse.state(table).version()));
    }

    private Warehouse at(SparkSession spark) {
        return TestWarehouse.at(spark, old.root());
    }
}
