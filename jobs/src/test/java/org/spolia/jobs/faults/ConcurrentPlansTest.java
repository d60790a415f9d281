package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Planner;
import org.spolia.jobs.FewRows;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Spolia;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;
import org.spolia.jobs.trial.PlanStage;

/** Experiments that share problems, data and operator sets, planned at the same time in a warehouse without tables. */
@Tag("slow")
@WithSpark
class ConcurrentPlansTest {
    private static final int EXPERIMENTS = 3;

    @TempDir
    private Path folder;

    @Test
    void noRowIsPlannedTwice(SparkSession spark) throws Exception {
        List<Path> configs = new ArrayList<>();
        for (int i = 0; i < EXPERIMENTS; i++) {
            configs.add(config(i));
        }
        Warehouse expected = TestWarehouse.create(spark, folder.resolve("expected"));
        for (Path config : configs) {
            PlanStage.run(expected, Planner.plan(ExperimentConfig.load(config, Map.of())));
        }

        Path shared = folder.resolve("shared");
        List<CompletableFuture<ChildProcess.Result>> processes = configs.stream()
                .map(config -> ConcurrentCommitsTest.start(Spolia.class, plan(config, shared)))
                .toList();
        for (CompletableFuture<ChildProcess.Result> process : processes) {
            ChildProcess.Result result = process.get(10, TimeUnit.MINUTES);
            assertThat(result.exitCode()).as(result.toString()).isZero();
        }

        assertThat(Digest.all(TestWarehouse.at(spark, shared))).isEqualTo(Digest.all(expected));
    }

    private static List<String> plan(Path config, Path warehouse) {
        List<String> arguments = new ArrayList<>(
                List.of("plan", config.toString(), "--warehouse", warehouse.toString(), "--master", "local[1]"));
        arguments.addAll(FewRows.options());
        return arguments;
    }

    private Path config(int number) throws IOException {
        return Files.writeString(folder.resolve("config" + number + ".yaml"), """
                name: shared-%s
                problems:
                  files: [%s/configs/problems/mechanics.yaml]
                  include: [mechanics.kepler_third, mechanics.atwood]
                data: {train-rows: 20, test-rows: 10}
                operator-sets:
                  - {name: small, operators: [+, "*", /]}
                  - {name: own-%s, operators: [+, "*", %s]}
                search: {evaluations: 1000}
                seeds: [0, 1]
                """.formatted(
                        number,
                        System.getProperty("spolia.root"),
                        number,
                        List.of("sqrt", "square", "exp").get(number)));
    }
}
