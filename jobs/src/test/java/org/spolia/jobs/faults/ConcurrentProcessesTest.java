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
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;
import org.spolia.jobs.trial.PlanStage;

/**
 * Processes that write to the tables of one local disk. First they plan experiments that share problems, data and
 * operator sets, in a warehouse without tables. Then each appends to the same table, in many commits.
 */
@Tag("slow")
@WithSpark
class ConcurrentProcessesTest {
    private static final List<String> PROCESSES = List.of("exp", "sqrt");
    private static final int COMMITS = 20;

    @TempDir
    private Path folder;

    @Test
    void noRowIsPlannedTwiceAndNoCommitIsLost(SparkSession spark) throws Exception {
        Path shared = folder.resolve("shared");
        List<CompletableFuture<ChildProcess.Result>> processes = new ArrayList<>();
        for (String name : PROCESSES) {
            processes.add(start(name, shared));
        }
        Warehouse expected = TestWarehouse.create(spark, folder.resolve("expected"));
        long commits = 0;
        for (String name : PROCESSES) {
            PlanStage.run(expected, Planner.plan(ExperimentConfig.load(config(name), Map.of())));
            commits += COMMITS;
        }
        long planned = expected.state(Table.OPERATOR_SETS).version();
        List<OperatorSetRow> appended = new ArrayList<>();
        for (int commit = 0; commit < COMMITS; commit++) {
            for (String name : PROCESSES) {
                appended.add(AppendsRun.row(name, commit));
            }
        }
        expected.append(Table.OPERATOR_SETS, appended);

        for (CompletableFuture<ChildProcess.Result> process : processes) {
            ChildProcess.Result result = process.get(10, TimeUnit.MINUTES);
            assertThat(result.exitCode()).as(result.toString()).isZero();
        }
        Warehouse warehouse = TestWarehouse.at(spark, shared);
        assertThat(Digest.all(warehouse)).isEqualTo(Digest.all(expected));
        assertThat(warehouse.state(Table.OPERATOR_SETS).version()).isEqualTo(planned + commits);
    }

    private CompletableFuture<ChildProcess.Result> start(String name, Path warehouse) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(warehouse.toString(), config(name).toString(), String.valueOf(COMMITS), name));
        arguments.addAll(PROCESSES);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return ChildProcess.create(AppendsRun.class).run(arguments);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    /** An experiment with one operator set of its own. */
    private Path config(String operator) throws IOException {
        return Files.writeString(folder.resolve(operator + ".yaml"), """
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
                        operator, System.getProperty("spolia.root"), operator, operator));
    }
}
