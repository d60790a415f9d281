package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.features.FeaturesStage;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/**
 * Kills the stage shard at three moments, or with {@code -Dspolia.test.kills=all} at ten, while files arrive, and then
 * the stage features, and compares with an undisturbed run of both.
 */
@Tag("slow")
@WithSpark
class ShardKillTest {
    /** A file is a batch: batch k writes version k + 1 of a table. After some moments, a file arrives. */
    private static final List<String> MOMENTS = List.of(
            "before:/simulations/waves/_delta_log/0+0.json", // the table does not exist
            "before:/shard-simulations.waves/sources/0/files.jsonl", // no file is recorded
            "after:/attempts/_delta_log/0+1.json", // started, nothing examined
            "before:/simulations/waves/_delta_log/0+1.json", // examined, no row written
            "after:/simulations/waves/_delta_log/0+1.json", // rows are committed, not in the log of files
            "after:/field_moments/_delta_log/0+2.json", // the second batch, between two tables
            "before:/shard-simulations.waves/commits/1", // committed, not in the checkpoint
            "before:/shard_files/_delta_log/0+4.json", // the fourth batch, before the last table
            "after:/shard_files/_delta_log/0+5.json", // the fifth
            "before:/dataset_statistics/_delta_log/0+1.json"); // all rows are committed, the statistics are not

    /** Rows are committed, not in the checkpoint. */
    private static final String FEATURES_MOMENT = "after:/features/_delta_log/0+1.json";

    private static final Set<Integer> ALWAYS = Set.of(4, 6, 9);
    private static final int FIRST_ARRIVAL = 1;
    private static final int SECOND_ARRIVAL = 6;

    @TempDir
    private Path folder;

    @Test
    void killsLoseNothingWhileFilesArrive(SparkSession spark) throws Exception {
        Path samples = Path.of(System.getProperty("spolia.root"), "configs/data/well/datasets/advection_1d/data");
        Path data = folder.resolve("data");
        for (String split : List.of("train", "valid")) {
            TestWarehouse.copy(samples.resolve(split), data.resolve(split));
        }
        Path config = Files.writeString(folder.resolve("config.yaml"), """
                name: kills
                stages: [shard, features]
                shards: [{name: waves, format: well, path: data, files-per-batch: 1}]
                problems: {files: [problems.yaml]}
                operator-sets: [{name: products, operators: ["*"]}]
                """);
        Files.writeString(folder.resolve("problems.yaml"), """
                field: pde
                problems:
                  - id: pde.waves
                    source: simulations.waves
                    target: {name: u_t, of: tracer, by: t}
                    variables: [{name: u_x, of: tracer, by: x}]
                    train: split = 'train'
                    test: split = 'valid'
                    rows: 50
                """);
        Path disturbed = folder.resolve("disturbed");
        TestWarehouse.create(spark, disturbed);
        for (int i = 0; i < MOMENTS.size(); i++) {
            if (i == FIRST_ARRIVAL || i == SECOND_ARRIVAL) {
                arrive(data, "train/late-" + i + ".hdf5");
            }
            if (!ALWAYS.contains(i) && !Kills.ALL) {
                continue;
            }
            assertKilled(config, disturbed, MOMENTS.get(i));
        }
        assertKilled(config, disturbed, FEATURES_MOMENT);
        Captured last = Captured.run("run", config.toString(), "--warehouse", disturbed.toString());
        assertThat(last.exitCode()).as(last.toString()).isZero();

        Warehouse undisturbed = TestWarehouse.create(spark, folder.resolve("undisturbed"));
        ExperimentConfig experiment = ExperimentConfig.load(config, Map.of());
        for (ShardConfig shard : experiment.shards()) {
            ShardStage.of(shard, undisturbed).runOnce(true, ProgressListener.SILENT);
        }
        for (FeatureProblem problem : experiment.featureProblems()) {
            FeaturesStage.of(problem, undisturbed).rows().runOnce(undisturbed, ProgressListener.SILENT);
        }
        assertThat(undisturbed.read(Table.FEATURES).count()).isPositive();
        assertThat(Digest.all(TestWarehouse.at(spark, disturbed))).isEqualTo(Digest.all(undisturbed));
    }

    /** Appears as a whole, as in a careful download. */
    private static void arrive(Path data, String name) throws IOException {
        Path aside = Files.copy(data.resolve("train/advection_1d_speed_0.5.hdf5"), data.resolve(".on-its-way"));
        Files.move(aside, data.resolve(name));
    }

    private static void assertKilled(Path config, Path warehouse, String moment)
            throws IOException, InterruptedException {
        ChildProcess.Result result =
                ChildProcess.create("-Dspolia.test.halt=" + moment).run(Kills.command("run", config, warehouse));
        assertThat(result.exitCode()).as(moment + " " + result).isEqualTo(Halt.EXIT_CODE);
    }
}
