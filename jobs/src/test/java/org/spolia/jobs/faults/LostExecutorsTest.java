package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.launcher.StandaloneCluster;
import org.spolia.jobs.stages.FakeStage;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** Executors in processes of their own, which are killed, and tasks that run twice at once. */
@Tag("slow")
@WithSpark
class LostExecutorsTest {
    @Test
    void onlyTheTrialThatEndsItsExecutorEachTimeFails(SparkSession spark, @TempDir Path folder) throws Exception {
        assumeThat(System.getenv("SPARK_HOME")).as("SPARK_HOME").isNotNull();
        Path root = folder.resolve("warehouse");
        Warehouse warehouse = TestWarehouse.create(spark, root);
        FakeStage.admit(warehouse, 4, 1, FakeStage.DEADLY_SEED, FakeStage.FRAGILE_SEED, 2, 3, 4, FakeStage.TWIN_SEED);

        try (StandaloneCluster cluster = StandaloneCluster.startTwo(Files.createDirectory(folder.resolve("cluster")))) {
            ChildProcess.Result result =
                    ChildProcess.create(LosingRun.class).run(List.of(cluster.master(), root.toString()));
            assertThat(result.exitCode()).as(result.toString()).isZero();
        }

        Warehouse after = TestWarehouse.at(spark, root);
        after.forget(Table.CANDIDATES);
        after.forget(Table.ATTEMPTS);
        assertThat(trials(after, Table.CANDIDATES, "complexity = 1"))
                .containsExactly(
                        "trial-1",
                        FakeStage.trialId(FakeStage.FRAGILE_SEED),
                        FakeStage.trialId(FakeStage.TWIN_SEED),
                        "trial-2",
                        "trial-3",
                        "trial-4");
        assertThat(after.read(Table.CANDIDATES).count()).isEqualTo(12);
        assertThat(trials(after, Table.ATTEMPTS, "outcome = 'done'")).hasSize(6);
        List<Row> failed = after.read(Table.ATTEMPTS)
                .filter("outcome = 'failed'")
                .select("trial_id", "reason")
                .collectAsList();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).getString(0)).isEqualTo(FakeStage.trialId(FakeStage.DEADLY_SEED));
        assertThat(failed.get(0).getString(1))
                .startsWith("Every executor was lost, also while nothing else ran: ")
                .doesNotContain("\n");
    }

    private static List<String> trials(Warehouse warehouse, Table table, String condition) {
        return warehouse
                .read(table)
                .filter(condition)
                .select("trial_id")
                .orderBy("trial_id")
                .as(Encoders.STRING())
                .collectAsList();
    }
}
