package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.launcher.Launcher.Outcome;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.digest.Digest;

/** Executors in separate processes, with the Spark installation in SPARK_HOME. */
@Tag("slow")
@WithSpark
class ClusterIT {
    private static final String CLUSTER = "local-cluster[2,1,1024]";

    @TempDir
    Path folder;

    private Launcher spolia;

    @BeforeEach
    void setUp() throws IOException {
        assumeThat(System.getenv("SPARK_HOME")).as("SPARK_HOME").isNotNull();
        spolia = new Launcher(folder).with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK);
        Files.writeString(
                folder.resolve("config.yaml"), """
                name: cluster
                stages: [plan, search, score, utility]
                problems: {files: [%s], include: [mechanics.kepler_third, mechanics.atwood]}
                data: {train-rows: 50, test-rows: 50}
                operator-sets:
                  - {design: add-one-in, name: small, base: [+, -, "*", /], optional: [sqrt]}
                search: {evaluations: 1000}
                seeds: [0, 1, 2]
                """.formatted(Launcher.ROOT.resolve("configs/problems/mechanics.yaml")));
    }

    @Test
    void aClusterGivesTheBitsOfThisJvm(SparkSession spark) throws IOException, InterruptedException {
        Outcome outcome = spolia.run("run", "config.yaml", "--master", CLUSTER, "--warehouse", "cluster");
        assertThat(outcome.status()).as(outcome.toString()).isZero();
        Path local = folder.resolve("local");
        Captured here = Captured.run("run", folder.resolve("config.yaml").toString(), "--warehouse", local.toString());
        assertThat(here.exitCode()).as(here.toString()).isZero();

        List<Digest> reference = Digest.all(TestWarehouse.at(spark, local));
        // The tables attempts and watched_laws depend on when something ran.
        assertThat(reference).hasSize(Table.values().length - 2);
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

    /** A JDK of another version than the launcher's choice, which is the newest one unless JAVA_HOME is set. */
    private static Optional<Path> anotherJdk() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Launcher.ROOT.resolve("spolia").toString(), "jdks").start();
        List<Path> homes = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .map(Path::of)
                .toList();
        process.waitFor();
        String javaHome = System.getenv("JAVA_HOME");
        Path chosen = javaHome == null ? homes.get(0) : Path.of(javaHome).toRealPath();
        return homes.stream()
                .flatMap(home -> home.equals(chosen) ? Stream.empty() : Stream.of(home))
                .findFirst();
    }
}
