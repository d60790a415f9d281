package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;
import org.spolia.jobs.trial.PlanStage;
import org.spolia.jobs.trial.ScoreStage;
import org.spolia.jobs.trial.SearchStage;
import org.spolia.jobs.utility.UtilityDefinition;
import org.spolia.jobs.utility.UtilityStage;

/**
 * Kills runs at chosen and at random moments. Repeating the command must lead to the same rows as an undisturbed run.
 */
@Tag("slow")
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {
    /** The number of trials in a file: the plan is made for one slot. */
    static final int UNIT = 32;

    private static final int TRIALS = 64;

    private static final int RANDOM_KILLS = Kills.ALL ? 5 : 1;

    private static final int KILLED = 137;

    /** Repeat the kills of a run with {@code -Dspolia.test.seed=} and the printed seed. */
    private static final long SEED = Long.getLong("spolia.test.seed", System.nanoTime());

    private static final List<String> EVERY_MOMENT = List.of(
            "before:/trials/_delta_log/0+1.json", // plan: all except the trials exists
            "before:/candidates/_delta_log/0+1.json", // search: the second batch runs, the first is not committed
            "before:/search-trials/offsets/1", // search: the second batch runs, and the checkpoint does not know it
            "before:/candidates/_delta_log/0+2.json", // search: computed and reported, between two tables of one batch
            "after:/candidates/_delta_log/0+2.json", // search: committed, not in the checkpoint
            "before:/search-trials/commits/1", // search: the last batch is committed, not in the checkpoint
            "after:/scores/_delta_log/0+2.json", // score: all candidates are committed, not in the checkpoint
            "after:/operator_utility/_delta_log/0+1.json", // utility: between two tables
            "before:/report/index.html"); // report: the page has not got its name

    /** All moments with {@code -Dspolia.test.kills=all}. */
    private static final List<String> MOMENTS =
            Kills.ALL ? EVERY_MOMENT : Stream.of(2, 4, 7).map(EVERY_MOMENT::get).toList();

    private static final String TRIAL_STAGES = "plan, search, score";
    private static final String ALL_STAGES = TRIAL_STAGES + ", utility" + (Kills.ALL ? ", report" : "");

    private Path folder;
    private Path config;
    private CompletableFuture<List<ChildProcess.Result>> killsAtMoments;
    private List<Digest> undisturbed;

    @BeforeAll
    void runUndisturbed(SparkSession spark, @TempDir Path temporary) throws Exception {
        folder = temporary;
        config = Files.writeString(folder.resolve("config.yaml"), """
                name: kills
                problems:
                  files: [%s/configs/problems/mechanics.yaml]
                  include: [mechanics.kepler_third, mechanics.atwood]
                data: {train-rows: 20, test-rows: 10}
                operator-sets:
                  - {design: plackett-burman, name: small, base: [+, "*", /], optional: [sqrt, square]}
                search: {evaluations: 2000, max-size: 7, populations: 2, population-size: 24, library: {entries: 0}}
                seeds: [0, 1, 2, 3, 4, 5, 6, 7]
                """.formatted(System.getProperty("spolia.root")));
        // The children use one slot each, and the other one is free.
        killsAtMoments = CompletableFuture.supplyAsync(this::dieAtEveryMoment);
        Warehouse warehouse = TestWarehouse.create(spark, folder.resolve("undisturbed"));
        runHere(warehouse);
        undisturbed = Digest.all(warehouse);
    }

    /** Runs all stages in this JVM, on two slots. */
    private void runHere(Warehouse warehouse) {
        ExperimentConfig experiment = ExperimentConfig.load(config, Map.of());
        Plan plan = Planner.plan(experiment);
        PlanStage.run(warehouse, plan);
        for (RowStage rows : List.of(SearchStage.create(), ScoreStage.ofLaws(), ScoreStage.ofBaselines())) {
            rows.runOnce(warehouse, ProgressListener.SILENT);
        }
        UtilityStage.run(warehouse, plan.experiment().experimentId(), experiment.operatorSets(), experiment.designs());
    }

    @Test
    void killsAroundEveryCommitLoseNothing(SparkSession spark) throws Exception {
        List<ChildProcess.Result> results = killsAtMoments.get(20, TimeUnit.MINUTES);

        assertThat(results)
                .hasSameSizeAs(MOMENTS)
                .extracting(ChildProcess.Result::exitCode)
                .as(results.toString())
                .containsOnly(Halt.EXIT_CODE);
        complete(folder.resolve("moments"), ALL_STAGES);
        Warehouse warehouse = TestWarehouse.at(spark, folder.resolve("moments"));
        assertThat(warehouse.read(Table.TRIALS).inputFiles()).hasSize(2);
        assertThat(Digest.all(warehouse)).isEqualTo(undisturbed);
        assertStartedAgain(warehouse, MOMENTS.size());
        assertThat(firstStarts(warehouse)).containsOnly(1L);
        if (Kills.ALL) {
            assertThat(folder.resolve("moments/report/index.html")).content().endsWith("</html>\n");
        }
    }

    /** Repeats the same command, which dies at one moment after the other. */
    private List<ChildProcess.Result> dieAtEveryMoment() {
        List<ChildProcess.Result> results = new ArrayList<>();
        try {
            for (String moment : MOMENTS) {
                results.add(ChildProcess.create("-Dspolia.test.halt=" + moment)
                        .run(arguments(folder.resolve("moments"), ALL_STAGES)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return results;
    }

    @Test
    void killsInRunningTrialsLoseNothing(SparkSession spark) throws Exception {
        System.out.println("KillTest: -Dspolia.test.seed=" + SEED);
        Random random = new Random(SEED);
        int[] searches = random.ints(RANDOM_KILLS, 1, TRIALS + 1).sorted().toArray();
        Path disturbed = folder.resolve("trials");
        TestWarehouse.create(spark, disturbed);
        int running = 0;
        for (int trial : searches) {
            int number = Math.max(1, trial - searched(spark, disturbed));
            killInTrial(disturbed, number);
            int killed = unfinished(spark, disturbed);
            assertThat(killed - running)
                    .as("trials that kill " + trial + " hit")
                    .isPositive();
            running = killed;
        }
        int left = TRIALS - searched(spark, disturbed);
        killInTrial(disturbed, left + 1 + random.nextInt(TRIALS));
        assertThat(unfinished(spark, disturbed) - running)
                .as("trials hit in score")
                .isPositive();

        complete(disturbed, TRIAL_STAGES);
        Warehouse warehouse = TestWarehouse.at(spark, disturbed);
        // The output of utility for equal tables is checked by the kills at moments.
        List<Digest> ofTrials = undisturbed.stream()
                .filter(digest -> !UtilityDefinition.INFO.writes().contains(digest.table()))
                .toList();
        assertThat(Digest.all(warehouse)).containsAll(ofTrials);
        // Two batches of the search run at once.
        assertStartedAgain(warehouse, 2 * searches.length + 1);
    }

    private void killInTrial(Path warehouse, int number) throws Exception {
        ChildProcess.Result result = ChildProcess.create()
                .runUntil(arguments(warehouse, TRIAL_STAGES), line -> line.equals(TrialNumberListener.LINE + number));
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(KILLED);
    }

    /** The number of trials with candidates. */
    private static int searched(SparkSession spark, Path warehouse) {
        return (int) TestWarehouse.at(spark, warehouse)
                .read(Table.CANDIDATES)
                .select("trial_id")
                .distinct()
                .count();
    }

    /** The number of attempts with a start and no end. */
    private static int unfinished(SparkSession spark, Path warehouse) {
        return (int) TestWarehouse.at(spark, warehouse)
                .read(Table.ATTEMPTS)
                .groupBy("stage", "trial_id", "dataset_id", "attempt")
                .count()
                .filter("count = 1")
                .count();
    }

    /** How often each trial was started for the first time. */
    private static List<Long> firstStarts(Warehouse warehouse) {
        return warehouse
                .read(Table.ATTEMPTS)
                .filter("stage = 'search' AND attempt = 1 AND outcome = 'started'")
                .groupBy("trial_id")
                .count()
                .select("count")
                .as(Encoders.LONG())
                .collectAsList();
    }

    private static void assertStartedAgain(Warehouse warehouse, int batches) {
        assertThat(warehouse
                        .read(Table.ATTEMPTS)
                        .filter("attempt > 1 AND outcome = 'started'")
                        .count())
                .as("trials that were started again")
                .isLessThanOrEqualTo((long) batches * UNIT);
    }

    /** Repeats the same command in this JVM, where nothing kills it. */
    private void complete(Path warehouse, String stages) {
        Captured result = Captured.run(
                "run", config.toString(), "--warehouse", warehouse.toString(), "--set", "stages=[" + stages + "]");
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    private List<String> arguments(Path warehouse, String stages) {
        List<String> arguments = new ArrayList<>(Kills.command(
                "run",
                config,
                warehouse,
                "spark.extraListeners=" + TrialNumberListener.class.getName(),
                "spark.hadoop.fs.file.impl=" + HaltingFiles.class.getName()));
        arguments.addAll(List.of("--set", "stages=[" + stages + "]"));
        return arguments;
    }
}
