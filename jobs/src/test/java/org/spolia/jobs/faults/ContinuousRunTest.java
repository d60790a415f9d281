package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.FewRows;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** Files arrive while stages run until they are stopped. The tables equal those of runs after each arrival. */
@Tag("slow")
@WithSpark
class ContinuousRunTest {
    private static final Duration LONGEST = Duration.ofMinutes(8);
    /** Stages that do not stream are repeated this often while files arrive, and each repetition takes seconds. */
    private static final String INTERVAL = "5s";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Path SAMPLES =
            Path.of(System.getProperty("spolia.root"), "configs/data/well/datasets/advection_1d/data");

    @TempDir
    private Path folder;

    private Path data;
    private Path config;
    private Path experiment;

    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("data");
        for (String split : List.of("train", "valid")) {
            Files.createDirectories(data.resolve(split));
            arrive(split + "/first.hdf5");
        }
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
        config = Files.writeString(folder.resolve("config.yaml"), """
                name: waves
                shards: [{name: waves, format: well, path: data, files-per-batch: 1}]
                embeddings: [{tables: [simulations.waves], model-url: random, window: 2, batch-size: 4}]
                problems: {files: [problems.yaml]}
                operator-sets:
                  - {design: add-one-in, name: small, base: ["*", +], optional: [square]}
                search: {evaluations: 1000, library: {entries: 0}}
                seeds: [0]
                stages: [shard, features, plan, search, score, utility, report]
                """);
        experiment = Files.writeString(folder.resolve("laws.yaml"), """
                name: laws
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.kepler_third]}
                data: {train-rows: 20, test-rows: 10}
                operator-sets: [{name: small, operators: [+, "*", /, sqrt]}]
                search: {evaluations: 1000, library: {entries: 0}}
                seeds: [0]
                stages: [plan, search, score]
                """.formatted(System.getProperty("spolia.root")));
    }

    @Test
    void stagesOfOneRunFollowTheFiles(SparkSession spark) throws Exception {
        Warehouse continuous = TestWarehouse.create(spark, folder.resolve("continuous"));
        Warehouse single = TestWarehouse.create(spark, folder.resolve("single"));
        List<String> endless = arguments("run", config, continuous, "--continuous", INTERVAL);

        runOnce("run", config, single);
        try (ChildProcess.Running run = ChildProcess.create().startInBackground(endless)) {
            awaitEqual(continuous, single, run);

            Files.writeString(data.resolve("train/damaged.hdf5"), "not a file of this format");
            awaitRows(continuous, "state = 'quarantined'", run);
            arrive("train/late-1.hdf5");
            awaitRows(continuous, "file LIKE '%late-1%'", run);
        }
        // It was killed between the stages.
        runOnce("run", config, single);
        try (ChildProcess.Running run = ChildProcess.create().startInBackground(endless)) {
            awaitEqual(continuous, single, run);
            awaitPage(folder.resolve("continuous/report/index.html"), run);
            ChildProcess.Result result = run.stop();
            assertThat(result.exitCode()).as(result.toString()).isEqualTo(143);
            assertThat(result.lines().get(result.lines().size() - 1))
                    .startsWith("stopped after ")
                    .endsWith("; the same command continues from here");
        }
    }

    @Test
    void stagesOfSeveralProcessesShareAWarehouse(SparkSession spark) throws Exception {
        Warehouse shared = TestWarehouse.create(spark, folder.resolve("shared"));
        Warehouse single = TestWarehouse.create(spark, folder.resolve("single"));
        List<String> embedding = arguments("embed", config, shared, "--continuous", INTERVAL);
        try (ChildProcess.Running shard = ChildProcess.create()
                        .startInBackground(arguments("shard", config, shared, "--continuous", INTERVAL));
                ChildProcess.Running killed = ChildProcess.create().startInBackground(embedding)) {
            runOnce("run", experiment, shared);
            arrive("train/late-1.hdf5");
            awaitRows(shared, "file LIKE '%late-1%'", shard);
            killed.kill();
            try (ChildProcess.Running embed = ChildProcess.create().startInBackground(embedding)) {
                arrive("train/late-2.hdf5");
                assertRefused("shard", shared);
                runOnce("run", experiment, single);
                runOnce("shard", config, single);
                runOnce("embed", config, single);
                awaitEqual(shared, single, shard, embed);
            }
        }
    }

    private void assertRefused(String stage, Warehouse warehouse) {
        Captured refused = Captured.run(stage, config.toString(), "--warehouse", warehouse.place());
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err().get(refused.err().size() - 1))
                .contains(
                        "Stage " + stage + " already runs in process ",
                        ", which runs " + stage + " until it is stopped")
                .endsWith("leave the stage out, or end that process");
    }

    /** Runs a command to its end in this JVM, which is another process than those that are followed. */
    private static void runOnce(String command, Path file, Warehouse warehouse) {
        Captured result = Captured.run(command, file.toString(), "--warehouse", warehouse.place());
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    private static List<String> arguments(String command, Path file, Warehouse warehouse, String... further) {
        List<String> arguments = new ArrayList<>(
                List.of(command, file.toString(), "--warehouse", warehouse.place(), "--master", "local[1]"));
        arguments.addAll(FewRows.options());
        arguments.addAll(List.of(further));
        return arguments;
    }

    /** A file appears as a whole, as in a careful download. */
    private void arrive(String name) throws IOException {
        Path aside = Files.copy(SAMPLES.resolve("train/advection_1d_speed_0.5.hdf5"), folder.resolve("on-its-way"));
        Files.move(aside, data.resolve(name));
    }

    private static void awaitRows(Warehouse warehouse, String condition, ChildProcess.Running... processes) {
        await(
                atEachRest(
                        warehouse,
                        () -> warehouse.state(Table.SHARD_FILES).exists()
                                && !warehouse
                                        .read(Table.SHARD_FILES)
                                        .filter(condition)
                                        .isEmpty()),
                condition,
                processes);
    }

    private static void awaitEqual(Warehouse warehouse, Warehouse expected, ChildProcess.Running... processes) {
        List<Digest> wanted = Digest.all(expected);
        await(atEachRest(warehouse, () -> equal(warehouse, wanted)), "equal tables", processes);
    }

    /** Begins with the tables that are written last, and ends at the first difference: a digest takes time. */
    private static boolean equal(Warehouse warehouse, List<Digest> wanted) {
        List<Relation> tables =
                warehouse.relations().stream().filter(Relation::inDigest).toList();
        if (!tables.equals(wanted.stream().map(Digest::table).toList())) {
            return false;
        }
        for (int table = wanted.size() - 1; table >= 0; table--) {
            if (!Digest.of(warehouse, List.of(tables.get(table))).get(0).equals(wanted.get(table))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Asks only where two looks found the same commits, and once for these: a query takes the processor from those that
     * write.
     */
    private static BooleanSupplier atEachRest(Warehouse warehouse, BooleanSupplier condition) {
        AtomicReference<Set<String>> seen = new AtomicReference<>(Set.of());
        AtomicReference<Set<String>> asked = new AtomicReference<>(Set.of());
        return () -> {
            Set<String> commits = commits(new File(warehouse.place()));
            boolean rests = commits.equals(seen.getAndSet(commits));
            return rests && !commits.equals(asked.getAndSet(commits)) && condition.getAsBoolean();
        };
    }

    /** The files of Delta's logs below a folder, which processes change meanwhile. */
    private static Set<String> commits(File folder) {
        Set<String> commits = new TreeSet<>();
        for (File file : Objects.requireNonNullElse(folder.listFiles(), new File[0])) {
            if (folder.getName().equals("_delta_log") && file.getName().endsWith(".json")) {
                commits.add(file.getPath());
            }
            commits.addAll(commits(file));
        }
        return commits;
    }

    private static void awaitPage(Path page, ChildProcess.Running... processes) {
        await(() -> Files.exists(page) && page.toFile().length() > 0, "a page", processes);
    }

    private static void await(BooleanSupplier condition, String what, ChildProcess.Running... processes) {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            for (ChildProcess.Running process : processes) {
                assertThat(process.process().isAlive())
                        .as("alive: " + process.lines())
                        .isTrue();
            }
            assertThat(Instant.now())
                    .as(what + " "
                            + Arrays.stream(processes)
                                    .map(ChildProcess.Running::lines)
                                    .toList())
                    .isBefore(end);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
