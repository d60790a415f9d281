package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.embed.EmbedStage;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** Kills the stage embed in any task, and with {@code -Dspolia.test.kills=all} at five moments between its commits. */
@Tag("slow")
@WithSpark
class EmbedKillTest {
    /** Each file is a batch. */
    private static final int FILES = 3;

    /** One task embeds a file and another one writes its rows; two batches have more tasks than this. */
    private static final int TASKS = 6;

    private static final int KILLED = 137;

    /** Repeat the kill with {@code -Dspolia.test.seed=} and the printed seed. */
    private static final long SEED = Long.getLong("spolia.test.seed", System.nanoTime());

    private static final List<String> MOMENTS = List.of(
            "before:/encoders/_delta_log/0+1.json", // the encoder is not recorded
            "after:/attempts/_delta_log/0+1.json", // started, nothing embedded
            "before:/embeddings/_delta_log/0+1.json", // embedded, nothing committed
            "after:/embeddings/_delta_log/0+1.json", // committed, not in the checkpoint
            "before:/embed-simulations.waves[^/]*/commits/0"); // the same, a moment later

    @TempDir
    private Path folder;

    private Path config;

    @Test
    void killsNeitherLoseNorDuplicateEmbeddings(SparkSession spark) throws Exception {
        System.out.println("EmbedKillTest: -Dspolia.test.seed=" + SEED);
        config = writeConfig();
        ExperimentConfig experiment = ExperimentConfig.load(config, Map.of());
        Path disturbed = folder.resolve("disturbed");
        Warehouse sharded = TestWarehouse.create(spark, folder.resolve("undisturbed"));
        for (ShardConfig shard : experiment.shards()) {
            ShardStage.of(shard, sharded).runOnce(true, ProgressListener.SILENT);
        }
        TestWarehouse.copy(folder.resolve("undisturbed"), disturbed);

        for (String moment : Kills.ALL ? MOMENTS : List.<String>of()) {
            ChildProcess.Result result =
                    ChildProcess.create("-Dspolia.test.halt=" + moment).run(arguments(disturbed));
            assertThat(result.exitCode()).as(moment + " " + result).isEqualTo(Halt.EXIT_CODE);
        }
        int task = 1 + new Random(SEED).nextInt(TASKS);
        ChildProcess.Result killed = LastTask.process(task, 1).runUntil(arguments(disturbed), LastTask.LINE::equals);
        assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(KILLED);
        Captured last = Captured.run("embed", config.toString(), "--warehouse", disturbed.toString());
        assertThat(last.exitCode()).as(last.toString()).isZero();

        for (EmbeddingConfig embedding : experiment.embeddings()) {
            EmbedStage.of(embedding, embedding.tables().get(0), sharded)
                    .orElseThrow()
                    .rows()
                    .runOnce(sharded, ProgressListener.SILENT);
        }
        assertThat(sharded.read(Table.EMBEDDINGS).select("file").distinct().count())
                .isEqualTo(FILES);
        assertThat(Digest.all(TestWarehouse.at(spark, disturbed))).isEqualTo(Digest.all(sharded));
    }

    private Path writeConfig() throws IOException {
        Path sample = Path.of(
                System.getProperty("spolia.root"),
                "configs/data/well/datasets/advection_1d/data/train/advection_1d_speed_0.5.hdf5");
        Path data = Files.createDirectories(folder.resolve("data/train"));
        for (int file = 0; file < FILES; file++) {
            Files.copy(sample, data.resolve("run-" + file + ".hdf5"));
        }
        return Files.writeString(folder.resolve("config.yaml"), """
                name: kills
                stages: [embed]
                shards: [{name: waves, format: well, path: data, files-per-batch: 1}]
                embeddings:
                  - {tables: [simulations.waves], model-url: random, window: 2, batch-size: 4, files-per-batch: 1}
                """);
    }

    private List<String> arguments(Path warehouse) {
        return Kills.command("embed", config, warehouse, LastTask.SETTING);
    }
}
