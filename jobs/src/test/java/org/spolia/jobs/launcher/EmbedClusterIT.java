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
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
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
    void everyMasterGivesTheSameBitsAndNeedsNoHome(SparkSession spark) throws IOException, InterruptedException {
        configure(
                "[{name: learned, tables: [simulations.waves], window: 4, objective: forecast, steps: 3}]",
                "pretrained:learned");
        List<List<Digest>> digests = new ArrayList<>();
        for (String master : List.of("local[4]", "local-cluster[2,1,1024]")) {
            Outcome outcome = spolia.run("run", "config.yaml", "--master", master, "--warehouse", master);
            assertThat(outcome.status()).as(master + " " + outcome.err()).isZero();
            digests.add(Digest.all(TestWarehouse.at(spark, folder.resolve(master))));
        }

        assertThat(digests.get(1)).isEqualTo(digests.get(0));
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
        assertOneOfTheDevices("local-cluster[1,2,1024]", script, worker);
        try (StandaloneCluster cluster = StandaloneCluster.start(folder, worker)) {
            assertOneOfTheDevices(cluster.master(), script, Map.of());
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

    private void assertOneOfTheDevices(String master, Path script, Map<String, String> worker)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("embed", "config.yaml", "--master", master, "--warehouse", "gpus"));
        Map<String, String> settings = new TreeMap<>(worker);
        settings.put("spark.executor.resource.gpu.amount", "2");
        settings.put("spark.executor.resource.gpu.discoveryScript", script.toString());
        settings.forEach((name, value) -> arguments.addAll(List.of("--conf", name + "=" + value)));

        Outcome outcome = spolia.run(arguments.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.err().toString()).isEqualTo(2);
        assertThat(outcome.lastError())
                .as(master)
                .containsPattern("gpu:[67] is assigned to this task")
                .contains("the Maven profile gpu");
    }
}
