package org.spolia.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.Statuses;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.embed.EmbedDefinition;
import org.spolia.jobs.features.FeaturesDefinition;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.shard.ShardDefinition;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.stored.StoredTables;
import org.spolia.jobs.tables.stored.WarehouseRows;
import org.spolia.jobs.trial.ScoreDefinition;
import org.spolia.jobs.trial.SearchDefinition;

/** Counts without Spark equal counts with Spark for any mix of started, ended, failed and killed work items. */
@WithSpark
class StageStatusTest {
    @TempDir
    Path folder;

    @Test
    void countsAreThoseOfSpark(SparkSession spark) {
        Warehouse warehouse = TestWarehouse.create(spark, folder);
        for (int part = 0; part < 3; part++) {
            fill(spark, part);
        }
        spark.sql("DELETE FROM attempts WHERE stage = 'search' AND trial_id = 't7'");
        for (Stage stage : Stages.all()) {
            assertCountedAlike(stage.info(), warehouse, Optional.empty());
        }
        for (String experiment : List.of("e0", "e1", "nosuch")) {
            assertCountedAlike(SearchDefinition.INFO, warehouse, Optional.of(experiment));
            assertCountedAlike(ScoreDefinition.INFO, warehouse, Optional.of(experiment));
        }
        assertThat(Statuses.of(SearchDefinition.INFO, warehouse))
                .as("an example with every kind of trial")
                .matches(status ->
                        status.done() > 0 && status.failed() > 0 && status.started() > 0 && status.left() > 0);
        assertThat(List.of(ShardDefinition.INFO, EmbedDefinition.INFO, FeaturesDefinition.INFO))
                .allMatch(stage -> Statuses.of(stage, warehouse).total() > 0);
    }

    private void assertCountedAlike(StageInfo stage, Warehouse warehouse, Optional<String> experiment) {
        assertThat(counted(stage, warehouse, experiment))
                .isEqualTo(Statuses.of(stage, warehouse, new WarehouseRows(warehouse), Optional.empty(), experiment));
    }

    private Optional<StageStatus> counted(StageInfo stage, Warehouse warehouse, Optional<String> experiment) {
        return Statuses.of(stage, warehouse, StoredTables.in(folder), Optional.empty(), experiment);
    }

    @Test
    void emptyTablesAndAbsentOnesHaveNothingLeft(SparkSession spark) {
        Warehouse warehouse = TestWarehouse.create(spark, folder);
        warehouse.drop(Table.TRIALS);

        assertThat(counted(SearchDefinition.INFO, warehouse, Optional.empty()))
                .hasValue(new StageStatus(SearchDefinition.INFO, 0, 0, 0, 0));
    }

    @Test
    void countsAreThoseOfSparkAfterCheckpointsOfTheLog(SparkSession spark) {
        Warehouse warehouse = TestWarehouse.create(spark, folder);
        spark.sql("ALTER TABLE attempts SET TBLPROPERTIES ('delta.checkpointInterval' = '2')");
        for (int part = 0; part < 3; part++) {
            fill(spark, part);
        }

        assertThat(counted(FeaturesDefinition.INFO, warehouse, Optional.empty()))
                .hasValue(Statuses.of(FeaturesDefinition.INFO, warehouse));
        assertThat(folder.resolve("attempts/_delta_log/_last_checkpoint")).exists();
    }

    @Test
    void aWarehouseWithoutTablesIsEmpty() throws IOException {
        Files.createDirectories(folder.resolve("trials/_delta_log"));

        assertThat(StoredTables.in(folder).isEmpty())
                .as("a creation that was killed has left no table")
                .isTrue();
    }

    /** Writes rows that depend on hashes of their numbers, so that all kinds of trials and files occur. */
    private static void fill(SparkSession spark, int part) {
        String numbers = "(SELECT *, pmod(xxhash64(id, " + part + "), 7) AS luck FROM range(" + part * 20 + ", "
                + (part * 20 + 20) + "))";
        spark.sql("INSERT INTO trials SELECT concat('t', id), 'p', 'd', 'o', array('+'), '{}', 0D, 0L, false, 0L,"
                + " 'uniform', 100L, 1, 1L FROM " + numbers);
        spark.sql("INSERT INTO experiment_trials SELECT concat('e', luck % 2), concat('t', id) FROM " + numbers);
        spark.sql(
                "INSERT INTO candidates SELECT concat('t', id), complexity, 1, 'x0', 1, 1, map('+', 1), array(1D), 0D,"
                        + " CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), true, true FROM " + numbers
                        + " LATERAL VIEW explode(array(1, 2)) AS complexity WHERE luck < 4");
        spark.sql("INSERT INTO scores SELECT 'd', concat('t', id), 'law', 1, 1, 'train', 1, 1D, 0D, 0D, 0D, 0D,"
                + " CAST(NULL AS DOUBLE), true, CAST(NULL AS DOUBLE), CAST(NULL AS STRING) FROM " + numbers
                + " WHERE luck < 2");
        for (String stage : new String[] {"search", "score", "features", "shard"}) {
            attempts(spark, stage, numbers);
        }
        spark.sql(
                "INSERT INTO shard_files SELECT concat('s', luck % 2), concat('f', id), 1L, 'h', if(luck % 3 = 0, 0L, 1L),"
                        + " if(luck % 3 = 0, 'quarantined', 'sharded'), if(luck % 3 = 0, 'broken', NULL) FROM "
                        + numbers
                        + " WHERE luck < 5");
        spark.sql(
                "INSERT INTO embeddings SELECT 'e', 's', 'd', concat('f', id), 'train', 0, step, CAST(NULL AS BIGINT),"
                        + " CAST(NULL AS STRING), if(step < luck - 2, array(1F), NULL), CAST(NULL AS ARRAY<SMALLINT>),"
                        + " if(step < luck - 2, NULL, 'broken') FROM " + numbers
                        + " LATERAL VIEW explode(array(0, 1, 2)) AS step");
    }

    private static void attempts(SparkSession spark, String stage, String numbers) {
        boolean files = stage.equals("features") || stage.equals("shard");
        spark.sql("INSERT INTO attempts SELECT '" + stage + "', " + (files ? "NULL" : "concat('t', id)") + ", NULL, "
                + (files ? "concat('s', luck % 2, '/f', id)" : "NULL")
                + ", 0L, attempt, outcome, TIMESTAMP '2020-01-01 00:00:00', NULL, NULL, NULL, NULL, NULL, NULL, 'h', '17',"
                + " NULL, 'cpu', if(outcome = 'failed', 'broken', NULL) FROM (SELECT *, pmod(xxhash64(id, attempt, '"
                + stage + "'), 4) AS end FROM " + numbers + " LATERAL VIEW explode(array(1, 2, 3)) AS attempt)"
                + " LATERAL VIEW explode(array('started', 'done', 'failed')) AS outcome"
                + " WHERE attempt <= luck % 4 AND (outcome = 'started' OR outcome = 'done' AND end = 1 OR outcome ="
                + " 'failed' AND end > 1)");
    }
}
