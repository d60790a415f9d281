package org.spolia.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.Statuses;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.right.Right;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stages.FakeStage;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.trial.ScoreDefinition;
import org.spolia.jobs.trial.SearchDefinition;

/** One run over two files, one with a broken trial only. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowStageTest {
    private final List<String> progress = new ArrayList<>();
    private Warehouse warehouse;

    @BeforeAll
    void run(SparkSession spark, @TempDir Path folder) {
        warehouse = TestWarehouse.create(spark, folder);
        FakeStage.admit(warehouse, 1, FakeStage.BROKEN_SEED);
        FakeStage.admit(warehouse, 5, 1, 2, 3, 4, 5);
        assertThat(FakeStage.withOneTable()
                        .runOnce(
                                warehouse,
                                (stage, done, failed, total) ->
                                        progress.add(stage + " " + done + "/" + total + " " + failed)))
                .isTrue();
    }

    @Test
    void processesEachTrialOnce() {
        assertThat(strings(Table.CANDIDATES, "trial_id"))
                .containsExactlyInAnyOrder(
                        "trial-1", "trial-1", "trial-2", "trial-2", "trial-3", "trial-3", "trial-4", "trial-4",
                        "trial-5", "trial-5");
    }

    @Test
    void aTrialThatThrowsBecomesAnAttemptWithItsReason() {
        List<Row> failed = warehouse
                .read(Table.ATTEMPTS)
                .filter("outcome = 'failed'")
                .select("trial_id", "reason")
                .collectAsList();

        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).getString(0)).isEqualTo(FakeStage.trialId(FakeStage.BROKEN_SEED));
        assertThat(failed.get(0).getString(1))
                .startsWith("java.lang.IllegalArgumentException: Seed 13 brings bad luck at org.spolia.jobs");
    }

    @Test
    void aTrialThatRunsOutOfMemoryBecomesAnAttemptWithItsReason(SparkSession spark, @TempDir Path folder) {
        Warehouse small = TestWarehouse.create(spark, folder);
        FakeStage.admit(small, 3, 1, FakeStage.LARGE_SEED, 2);

        assertThat(FakeStage.withOneTable().runOnce(small, ProgressListener.SILENT))
                .isTrue();
        assertThat(small.read(Table.CANDIDATES).count()).isEqualTo(4);
        List<Row> failed = small.read(Table.ATTEMPTS)
                .filter("outcome = 'failed'")
                .select("trial_id", "reason")
                .collectAsList();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).getString(0)).isEqualTo(FakeStage.trialId(FakeStage.LARGE_SEED));
        assertThat(failed.get(0).getString(1))
                .startsWith("java.lang.OutOfMemoryError: ")
                .matches(".*, alone in a heap of \\d+ MiB");
    }

    @Test
    void everyTrialLeavesAStartAndAnOutcome() {
        assertThat(strings(Table.ATTEMPTS, "outcome").stream().sorted().toList())
                .containsExactly(
                        "done", "done", "done", "done", "done", "failed", "started", "started", "started", "started",
                        "started", "started");
        assertThat(strings(Table.ATTEMPTS, "stage")).containsOnly("search");
    }

    @Test
    void anOutcomeHasHostAndSpeed() {
        assertThat(warehouse
                        .read(Table.ATTEMPTS)
                        .filter(
                                "outcome = 'done' AND evaluations = 100 AND wall_seconds > 0 AND vector_bits IS NOT NULL")
                        .filter("evaluations_per_second > 0 AND host <> '' AND jdk = '"
                                + System.getProperty("java.version") + "'")
                        .count())
                .isEqualTo(5);
    }

    @Test
    void writesOneFileForEachBatchThatHasRows() {
        assertThat(warehouse.read(Table.CANDIDATES).inputFiles()).hasSize(1);
    }

    @Test
    void commitsABatchWithoutRowsToo() {
        assertThat(warehouse.state(Table.CANDIDATES).version()).isEqualTo(2);
    }

    @Test
    void commitsNothingWhenThereIsNothingToDo() {
        assertThat(FakeStage.withOneTable().runOnce(warehouse, ProgressListener.SILENT))
                .isFalse();
        assertThat(warehouse.state(Table.CANDIDATES).version()).isEqualTo(2);
    }

    @Test
    void reportsProgress() {
        assertThat(progress.get(progress.size() - 1)).isEqualTo("search 5/6 1");
    }

    @Test
    void statusCountsTheTables() {
        assertThat(Statuses.of(SearchDefinition.INFO, warehouse))
                .isEqualTo(new StageStatus(SearchDefinition.INFO, 6, 5, 1, 0));
        assertThat(Statuses.of(ScoreDefinition.INFO, warehouse))
                .isEqualTo(new StageStatus(ScoreDefinition.INFO, 5, 0, 0, 0));
    }

    @Test
    void knowsWhetherTheInputHasMore(SparkSession spark, @TempDir Path folder) {
        Warehouse growing = TestWarehouse.create(spark, folder);
        RowStage stage = FakeStage.withOneTable();
        for (long seed = 1; seed <= 2; seed++) {
            FakeStage.admit(growing, 1, seed);
            assertThat(stage.isDone(growing)).isFalse();
            assertThat(stage.runOnce(growing, ProgressListener.SILENT)).isTrue();
            assertThat(stage.isDone(growing)).isTrue();
            assertThat(growing.read(Table.CANDIDATES).count()).isEqualTo(2 * seed);
        }
    }

    @Test
    void aRunThatContinuesExcludesAnother(SparkSession spark, @TempDir Path folder) {
        Warehouse continuous = TestWarehouse.create(spark, folder);
        FakeStage.admit(continuous, 1, 1);
        RowStage stage = FakeStage.withOneTable();
        try (Right right = stage.keepRight(continuous)) {
            assertThat(right).isNotNull();
            Warehouse other = TestWarehouse.at(spark, folder);
            assertThatThrownBy(() -> stage.runOnce(other, ProgressListener.SILENT))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageStartingWith("Stage search already runs in process ");
            assertThat(stage.runOnce(continuous, ProgressListener.SILENT)).isTrue();
        }
    }

    @Test
    void aBatchThatAnotherProcessHasBegunEndsTheStageInOneLine(SparkSession spark, @TempDir Path folder) {
        Warehouse shared = TestWarehouse.create(spark, folder);
        FakeStage.admit(shared, 1, 1, 2);
        Path offsets = folder.resolve("_checkpoints/search-trials/offsets");
        BatchWork work = (rows, batch) -> {
            copy(offsets.resolve(String.valueOf(batch.number())), offsets.resolve(String.valueOf(batch.number() + 1)));
            return new BatchOutput() {
                @Override
                public Dataset<Row> rows(Relation output) {
                    return shared.rows(Table.CANDIDATES, List.of());
                }

                @Override
                public void close() {}
            };
        };
        RowStage stage =
                new RowStage(SearchDefinition.INFO, new TableInput(Table.TRIALS), List.of(Table.CANDIDATES), "", work);

        assertThatThrownBy(() -> stage.runOnce(shared, ProgressListener.SILENT))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("Another process runs stage search over trials in this warehouse; nothing is lost: end one"
                        + " of the processes, and run the same command again");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> strings(Table table, String column) {
        return warehouse.read(table).select(column).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
