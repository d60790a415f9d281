package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** Executors in separate processes, two of them on one host, with the Spark installation in SPARK_HOME. */
@Tag("slow")
@WithSpark
class ClusterIT {
    private static final String CLUSTER = "local-cluster[2,1,1024]";

    @TempDir
    Path folder;

    private Launcher spolia;
    private Path config;

    @BeforeEach
    void setUp() throws IOException {
        assumeThat(System.getenv("SPARK_HOME")).as("SPARK_HOME").isNotNull();
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
        spolia = new Launcher(folder)
                .with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK + " -Duser.home=" + home)
                .with("HOME", home.toString())
                .with("JAVA_HOME", System.getProperty("java.home"));
        config = Files.writeString(folder.resolve("config.yaml"), """
                name: cluster
                stages: [shard, pretrain, embed, plan, search, score, utility]
                shards:
                  - {name: waves, format: well, path: %s}
                pretraining:
                  - {name: learned, tables: [simulations.waves], window: 4, objective: forecast, steps: 3}
                embeddings:
                  - {tables: [simulations.waves], model-url: 'pretrained:learned', window: 4}
                problems: {files: [%s], include: [mechanics.kepler_third, mechanics.atwood]}
                data: {train-rows: 50, test-rows: 50}
                operator-sets:
                  - {design: add-one-in, name: small, base: [+, -, "*", /], optional: [sqrt]}
                search: {evaluations: 1000}
                seeds: [0, 1]
                """.formatted(
                        Launcher.ROOT.resolve("configs/data/well/datasets/advection_1d/data"),
                        Launcher.ROOT.resolve("configs/problems/mechanics.yaml")));
    }

    @Test
    void aClusterGivesTheBitsOfThisJvmAndNeedsNoHome(SparkSession spark) throws IOException, InterruptedException {
        Outcome outcome = spolia.run("run", "config.yaml", "--master", CLUSTER, "--warehouse", "cluster");
        assertThat(outcome.status()).as(outcome.toString()).isZero();
        Path local = folder.resolve("local");
        Captured here = Captured.run("run", config.toString(), "--warehouse", local.toString());
        assertThat(here.exitCode()).as(here.toString()).isZero();

        List<Digest> reference = Digest.all(TestWarehouse.at(spark, local));
        // The tables attempts and watched_laws depend on when something ran. The table of the waves is one more.
        assertThat(reference).hasSize(Table.values().length - 2 + 1);
        assertThat(Digest.all(TestWarehouse.at(spark, folder.resolve("cluster"))))
                .isEqualTo(reference);
    }

    @Test
    void executorsOnAnotherJavaAreRefused() throws IOException, InterruptedException {
        Optional<Path> other = anotherJdk();
        assumeThat(other).as("another JDK").isPresent();

        Outcome outcome = spolia.run(
                "run",
                "config.yaml",
                "--set",
                "stages=[plan]",
                "--master",
                CLUSTER,
                "--warehouse",
                "w",
                "--conf",
                "spark.executorEnv.JAVA_HOME=" + other.get());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.lastError()).contains("The driver runs on Java", "and an executor on Java");
        assertThat(folder.resolve("w/trials")).doesNotExist();
    }

    /** A JDK of another version than the driver's. */
    private static Optional<Path> anotherJdk() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Launcher.ROOT.resolve("spolia").toString(), "jdks").start();
        List<Path> homes = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(Path::of)
                .toList();
        process.waitFor();
        Path chosen = Path.of(System.getProperty("java.home")).toRealPath();
        return homes.stream().filter(home -> !home.equals(chosen)).findFirst();
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
        String onDevices = "model-url: random, window: 4, resources: {gpus: 1}}";
        Files.writeString(
                config, Files.readString(config).replace("model-url: 'pretrained:learned', window: 4}", onDevices));
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
