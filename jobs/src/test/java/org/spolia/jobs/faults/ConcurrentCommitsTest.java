package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** Several processes that write to one table of a local disk. */
@Tag("slow")
@WithSpark
class ConcurrentCommitsTest {
    private static final int PROCESSES = 3;
    private static final int COMMITS = 30;

    @TempDir
    private Path folder;

    @Test
    void noCommitIsLost(SparkSession spark) throws Exception {
        Warehouse warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        long before = warehouse.state(Table.OPERATOR_SETS).version();
        List<CompletableFuture<ChildProcess.Result>> processes = new ArrayList<>();
        TreeSet<String> expected = new TreeSet<>();
        for (int writer = 0; writer < PROCESSES; writer++) {
            String name = "writer" + writer;
            for (int i = 0; i < COMMITS; i++) {
                expected.add(name + "-" + i);
            }
            processes.add(start(AppendsRun.class, List.of(warehouse.place(), name, String.valueOf(COMMITS))));
        }
        for (CompletableFuture<ChildProcess.Result> process : processes) {
            ChildProcess.Result result = process.get(10, TimeUnit.MINUTES);
            assertThat(result.exitCode()).as(result.toString()).isZero();
        }

        List<String> rows = warehouse
                .read(Table.OPERATOR_SETS)
                .select("operator_set_id")
                .as(Encoders.STRING())
                .collectAsList();
        assertThat(rows).hasSize(PROCESSES * COMMITS);
        assertThat(new TreeSet<>(rows)).isEqualTo(expected);
        assertThat(warehouse.state(Table.OPERATOR_SETS).version()).isEqualTo(before + PROCESSES * COMMITS);
    }

    static CompletableFuture<ChildProcess.Result> start(Class<?> main, List<String> arguments) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return ChildProcess.create(main).run(arguments);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }
}
