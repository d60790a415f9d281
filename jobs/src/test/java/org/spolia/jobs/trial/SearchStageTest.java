package org.spolia.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.planning.SavedSearch;
import org.spolia.experiment.planning.TrialRunner;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.spread.SparkSpread;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** Trials as tasks of their own, and one after another on all slots, have the same rows. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchStageTest {
    private static final class DriverKilled extends RuntimeException {}

    private ExperimentConfig config;
    private Plan plan;
    private Warehouse asTasks;

    @BeforeAll
    void runAsTasks(SparkSession spark, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                name: spread
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.atwood]}
                data: {train-rows: 40, test-rows: 20}
                operator-sets: [{name: small, operators: [+, -, "*", /]}]
                search: {evaluations: 4000, populations: 4, population-size: 20, spread: islands}
                seeds: [0, 1]
                """.formatted(System.getProperty("spolia.root")));
        config = ExperimentConfig.load(file, Map.of());
        plan = Planner.plan(config);
        asTasks = searched(
                spark, folder.resolve("tasks"), ExperimentConfig.load(file, Map.of("search.spread", "trials")));
    }

    private static Warehouse searched(SparkSession spark, Path folder, ExperimentConfig config) {
        Warehouse warehouse = TestWarehouse.create(spark, folder);
        PlanStage.run(warehouse, Planner.plan(config));
        assertThat(SearchStage.create(config.search().spread()).runOnce(warehouse, ProgressListener.SILENT))
                .isTrue();
        return warehouse;
    }

    @Test
    void islandsOnAllSlotsGiveTheRowsOfTasks(SparkSession spark, @TempDir Path folder) {
        Warehouse onSlots = searched(spark, folder.resolve("slots"), config);
        // The trials with their ids are equal too.
        assertThat(Digest.all(onSlots)).isEqualTo(Digest.all(asTasks));
        assertThat(onSlots.read(Table.ATTEMPTS).filter("outcome = 'done'").count())
                .isEqualTo(2);
        assertThat(SavedSearches.exist(onSlots)).isFalse();
    }

    @Test
    void aDriverThatWasKilledGoesOnFromTheLastEpoch(SparkSession spark, @TempDir Path folder) {
        Trial trial = plan.trials().get(0);
        Warehouse warehouse = TestWarehouse.create(spark, folder.resolve("killed"));
        SavedSearch saved = SavedSearches.of(warehouse, trial.trialId());
        assertThat(saved.load()).isEmpty();
        for (int kill = 1; kill <= 2; kill++) {
            assertThatThrownBy(() -> TrialRunner.run(
                            trial, train(trial), problem -> SparkSpread.of(spark, problem), dyingAfter(2, saved)))
                    .isInstanceOf(DriverKilled.class);
            assertThat(saved.load()).isPresent();
        }
        assertThat(TrialRunner.run(trial, train(trial), problem -> SparkSpread.of(spark, problem), saved))
                .isEqualTo(TrialRunner.run(trial, train(trial)));
    }

    private org.spolia.experiment.data.Dataset train(Trial trial) {
        try (DatasetBroadcasts data =
                DatasetBroadcasts.ofSplit(asTasks, Split.TRAIN.label(), java.util.Set.of(trial.datasetId()))) {
            return ObservationBlocks.join(data.of(trial.datasetId()).value());
        }
    }

    private static SavedSearch dyingAfter(int epochs, SavedSearch saved) {
        int[] left = {epochs};
        return new SavedSearch() {
            @Override
            public Optional<byte[]> load() {
                return saved.load();
            }

            @Override
            public void save(byte[] state) {
                saved.save(state);
                if (--left[0] == 0) {
                    throw new DriverKilled();
                }
            }
        };
    }
}
