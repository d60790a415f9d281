package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.launcher.Launcher.Outcome;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** Encoders are trained and used on executors in separate processes, two of them on one host. */
@Tag("slow")
@WithSpark
class EmbedClusterIT {
    @TempDir
    Path folder;

    private Launcher spolia;

    @BeforeEach
    void setUp() throws IOException {
        assumeThat(System.getenv("SPARK_HOME")).as("SPARK_HOME").isNotNull();
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
        spolia = new Launcher(folder)
                .with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK + " -Duser.home=" + home)
                .with("HOME", home.toString())
                .with("JAVA_HOME", System.getProperty("java.home"));
        configure("[]", "random");
    }

    private void configure(String pretraining, String encoder) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), """
                name: cluster
                stages: [shard, embed%s]
                shards:
                  - {name: waves, format: well, path: %s}
                pretraining: %s
                embeddings:
                  - {tables: [simulations.waves], model-url: '%s', window: 4}
                """.formatted(
                        pretraining.equals("[]") ? "" : ", pretrain",
                        Launcher.ROOT.resolve("configs/data/well/datasets/advection_1d/data"),
                        pretraining,
                        encoder));
    }

    @Test
    void aClusterGivesTheBitsOfThisJvmAndNeedsNoHome(SparkSession spark) throws IOException, InterruptedException {
        configure(
                "[{name: learned, tables: [simulations.waves], window: 4, objective: forecast, steps: 3}]",
                "pretrained:learned");
        Outcome outcome =
                spolia.run("run", "config.yaml", "--master", "local-cluster[2,1,1024]", "--warehouse", "cluster");
        assertThat(outcome.status()).as(outcome.err().toString()).isZero();
        Path local = folder.resolve("local");
        Captured here = Captured.run("run", folder.resolve("config.yaml").toString(), "--warehouse", local.toString());
        assertThat(here.exitCode()).as(here.toString()).isZero();

        assertThat(Digest.all(TestWarehouse.at(spark, folder.resolve("cluster"))))
                .isEqualTo(Digest.all(TestWarehouse.at(spark, local)));
    }

    @Test
    void theModelIsLoadedOnTheDeviceThatSparkAssigns(SparkSession spark) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("discover"), """
                #!/bin/sh
                echo '{"name": "gpu", "addresses": ["6", "7"]}'
                """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> worker = Map.of(
                "spark.worker.resource.gpu.amount",
                "2",
                "spark.worker.resource.gpu.discoveryScript",
                script.toString());
        Path config = folder.resolve("config.yaml");
        Files.writeString(config, Files.readString(config).replace("window: 4", "window: 4, resources: {gpus: 1}"));
        shard(spark, config, folder.resolve("gpus"));
        try (StandaloneCluster cluster = StandaloneCluster.start(folder, worker)) {
            assertOneOfTheDevices(cluster.master(), script);
            assertThat(cluster.executorLogs())
                    .filteredOn(line -> line.contains(" embeds on GPUs, first on gpu:"))
                    .as("once for any number of tasks")
                    .hasSize(1);
        }
    }

    private static void shard(SparkSession spark, Path config, Path folder) {
        Warehouse warehouse = TestWarehouse.create(spark, folder);
        for (ShardConfig shard : ExperimentConfig.load(config, Map.of()).shards()) {
            ShardStage.of(shard, warehouse).runOnce(true, ProgressListener.SILENT);
        }
    }

    private void assertOneOfTheDevices(String master, Path script) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("embed", "config.yaml", "--master", master, "--warehouse", "gpus"));
        arguments.addAll(List.of(
                "--conf",
                "spark.executor.resource.gpu.amount=2",
                "--conf",
                "spark.executor.resource.gpu.discoveryScript=" + script));

        Outcome outcome = spolia.run(arguments.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.err().toString()).isEqualTo(2);
        assertThat(outcome.lastError())
                .as(master)
                .containsPattern("gpu:[67] is assigned to this task")
                .contains("the Maven profile gpu");
    }
}
