package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import org.spolia.jobs.utility.UtilityStage;

/**
 * Kills one run after the other at chosen and at random moments. Repeating the command must lead to the same rows as an
 * undisturbed run.
 */
@Tag("slow")
@WithSpark
class KillTest {
    /** The number of trials in a file: the plan is made for one slot. */
    static final int UNIT = 32;

    private static final int TRIALS = 64;

    private static final int RANDOM_KILLS = Kills.ALL ? 5 : 1;

    private static final int KILLED = 137;

    /** Repeat the kills of a run with {@code -Dspolia.test.seed=} and the printed seed. */
    private static final long SEED = Long.getLong("spolia.test.seed", System.nanoTime());

    private static final List<String> BEFORE_SEARCHED = chosen(
            "", "before:/trials/_delta_log/0+1.json", // plan: all except the trials exists
            "", "before:/candidates/_delta_log/0+1.json", // search: the second batch runs, the first is not committed
            "always", "before:/search-trials/offsets/1"); // the second batch runs, and the checkpoint does not know it

    private static final List<String> WHEN_SEARCHED = chosen(
            "", "before:/candidates/_delta_log/0+2.json", // computed and reported, between two tables of one batch
            "always", "after:/candidates/_delta_log/0+2.json", // committed, not in the checkpoint
            "", "before:/search-trials/commits/1"); // the last batch is committed, not in the checkpoint

    private static final List<String> WHEN_SCORED = chosen(
            "", "after:/scores/_delta_log/0+2.json", // score: all candidates are committed, not in the checkpoint
            "always", "after:/operator_utility/_delta_log/0+1.json", // utility: between two tables
            "", "before:/report/index.html"); // report: the page has not got its name

    private static final String ALL_STAGES = "plan, search, score, utility" + (Kills.ALL ? ", report" : "");

    @TempDir
    private Path folder;

    private Path config;
    private Path disturbed;

    /** Returns those moments that follow the word always, or with {@code -Dspolia.test.kills=all} every one. */
    private static List<String> chosen(String... moments) {
        return IntStream.range(0, moments.length / 2)
                .filter(i -> Kills.ALL || moments[2 * i].equals("always"))
                .mapToObj(i -> moments[2 * i + 1])
                .toList();
    }

    @Test
    void killsLoseNothing(SparkSession spark) throws Exception {
        System.out.println("KillTest: -Dspolia.test.seed=" + SEED);
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
        disturbed = folder.resolve("disturbed");
        TestWarehouse.create(spark, disturbed);
        Warehouse undisturbed = TestWarehouse.create(spark, folder.resolve("undisturbed"));
        // The children use one slot each, and the other one is free.
        CompletableFuture<Void> reference =
                CompletableFuture.runAsync(() -> runHere(undisturbed), task -> new Thread(task).start());

        killAt(BEFORE_SEARCHED);
        Random random = new Random(SEED);
        for (int trial : random.ints(RANDOM_KILLS, 1, TRIALS + 1).sorted().toArray()) {
            killInTrial(spark, "plan, search", Math.max(1, trial - searched(spark)));
        }
        killAt(WHEN_SEARCHED);
        killInTrial(spark, "score", 1 + random.nextInt(TRIALS));
        killAt(WHEN_SCORED);
        complete();

        reference.get(20, TimeUnit.MINUTES);
        Warehouse warehouse = TestWarehouse.at(spark, disturbed);
        assertThat(warehouse.read(Table.TRIALS).inputFiles()).hasSize(2);
        assertThat(Digest.all(warehouse)).isEqualTo(Digest.all(undisturbed));
        // Two batches of the search run at once.
        assertStartedAgain(
                warehouse, BEFORE_SEARCHED.size() + 2 * RANDOM_KILLS + WHEN_SEARCHED.size() + 1 + WHEN_SCORED.size());
        assertThat(firstStarts(warehouse)).containsOnly(1L);
        if (Kills.ALL) {
            assertThat(disturbed.resolve("report/index.html")).content().endsWith("</html>\n");
        }
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

    /** Repeats the same command, which dies at one moment after the other. */
    private void killAt(List<String> moments) throws Exception {
        for (String moment : moments) {
            ChildProcess.Result result =
                    ChildProcess.create("-Dspolia.test.halt=" + moment).run(arguments(ALL_STAGES));
            assertThat(result.exitCode()).as(moment + " " + result).isEqualTo(Halt.EXIT_CODE);
        }
    }

    private void killInTrial(SparkSession spark, String stages, int number) throws Exception {
        int before = unfinished(spark);
        ChildProcess.Result result =
                LastTask.process(number, UNIT).runUntil(arguments(stages, LastTask.SETTING), LastTask.LINE::equals);
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(KILLED);
        assertThat(unfinished(spark) - before)
                .as("trials that the kill in trial " + number + " of " + stages + " hit")
                .isPositive();
    }

    /** The number of trials with candidates. */
    private int searched(SparkSession spark) {
        return (int) TestWarehouse.at(spark, disturbed)
                .read(Table.CANDIDATES)
                .select("trial_id")
                .distinct()
                .count();
    }

    /** The number of attempts with a start and no end. */
    private int unfinished(SparkSession spark) {
        return (int) TestWarehouse.at(spark, disturbed)
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
    private void complete() {
        Captured result = Captured.run(
                "run", config.toString(), "--warehouse", disturbed.toString(), "--set", "stages=[" + ALL_STAGES + "]");
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    private List<String> arguments(String stages, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("spark.hadoop.fs.file.impl=" + HaltingFiles.class.getName());
        List<String> arguments = new ArrayList<>(Kills.command("run", config, disturbed, all.toArray(String[]::new)));
        arguments.addAll(List.of("--set", "stages=[" + stages + "]"));
        return arguments;
    }
}
