package org.spolia.jobs.stages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Score;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.ComputedBatch;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.stream.TableInput;
import org.spolia.jobs.stream.WorkItem;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.trial.SearchDefinition;

/**
 * A row stage with a computation that takes no time: two candidates and, on request, two scores for each trial. Trials
 * with the seed {@link #BROKEN_SEED} throw, and those with {@link #LARGE_SEED} need more memory than a test has.
 */
public final class FakeStage {
    public static final long BROKEN_SEED = 13;

    /** Ends its executor as by kill -9. */
    public static final long DEADLY_SEED = 15;

    /** Ends its first executor. */
    public static final long FRAGILE_SEED = 16;

    /** Never ends, except as a twin that Spark starts because it takes long. */
    public static final long TWIN_SEED = 17;

    /** Needs 16 GiB. */
    public static final long LARGE_SEED = 14;

    private FakeStage() {}

    public static RowStage withOneTable() {
        return new RowStage(
                SearchDefinition.INFO, new TableInput(Table.TRIALS), List.of(Table.CANDIDATES), "", FakeStage::compute);
    }

    public static RowStage withTwoTables() {
        return new RowStage(
                SearchDefinition.INFO,
                new TableInput(Table.TRIALS),
                List.of(Table.CANDIDATES, Table.SCORES),
                "",
                FakeStage::compute);
    }

    /** Admits trials with these seeds, {@code perFile} in a file. */
    public static void admit(Warehouse warehouse, int perFile, long... seeds) {
        List<List<Row>> files = new ArrayList<>();
        List<Row> file = new ArrayList<>();
        for (long seed : seeds) {
            file.add(RecordRows.toRow(trial(seed), Table.TRIALS.schema()));
            if (file.size() == perFile) {
                files.add(List.copyOf(file));
                file.clear();
            }
        }
        if (!file.isEmpty()) {
            files.add(file);
        }
        for (List<Row> rows : files) {
            warehouse.append(
                    Table.TRIALS,
                    warehouse
                            .spark()
                            .createDataFrame(rows, Table.TRIALS.schema())
                            .coalesce(1));
        }
    }

    /** Admits trials with these seeds in one commit, each in a file of its own. */
    public static void admitTogether(Warehouse warehouse, long... seeds) {
        List<Row> rows = LongStream.of(seeds)
                .mapToObj(seed -> RecordRows.toRow(trial(seed), Table.TRIALS.schema()))
                .toList();
        SparkSession spark = warehouse.spark();
        JavaRDD<Row> files =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, rows.size());
        warehouse.append(Table.TRIALS, spark.createDataFrame(files, Table.TRIALS.schema()));
    }

    public static String trialId(long seed) {
        return "trial-" + seed;
    }

    private static Trial trial(long seed) {
        return new Trial(
                trialId(seed), "p", "d", "o", List.of("+"), "{}", 0, 0, false, seed, "uniform", 100, 1, 1000 + seed);
    }

    private static BatchOutput compute(Dataset<Row> rows, Batch batch) {
        List<WorkItem<Long>> tasks = rows.collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, Trial.class))
                .map(trial -> new WorkItem<>(trial.trialId(), trial.seed()))
                .toList();
        return ComputedBatch.compute(
                batch, DatasetBroadcasts.ofAllSplits(batch.warehouse(), List.of()), tasks, FakeStage::run);
    }

    private static ItemRows run(Long seed) {
        if (seed == LARGE_SEED) {
            return new ItemRows(Map.of(), (long) new long[Integer.MAX_VALUE - 8].length);
        }
        boolean isFirst = TaskContext.get().attemptNumber() == 0;
        if (seed == DEADLY_SEED || (seed == FRAGILE_SEED && isFirst)) {
            killProcess();
        }
        if (seed == TWIN_SEED && isFirst) {
            waitForInterruption();
        }
        if (seed == BROKEN_SEED) {
            throw new IllegalArgumentException("Seed 13 brings\nbad luck");
        }
        List<Row> candidates = new ArrayList<>();
        List<Row> scores = new ArrayList<>();
        for (int complexity = 1; complexity <= 2; complexity++) {
            candidates.add(RecordRows.toRow(candidate(seed, complexity), Table.CANDIDATES.schema()));
            scores.add(RecordRows.toRow(score(seed, complexity), Table.SCORES.schema()));
        }
        return new ItemRows(Map.of(Table.CANDIDATES, candidates, Table.SCORES, scores), 100L);
    }

    private static void killProcess() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waitForInterruption();
    }

    private static void waitForInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static CandidateRow candidate(long seed, int complexity) {
        return new CandidateRow(
                trialId(seed),
                complexity,
                1,
                "x + " + seed,
                3,
                2,
                Map.of("+", 1),
                List.of((double) seed),
                1.0 / complexity,
                true,
                complexity == 2);
    }

    private static Score score(long seed, int complexity) {
        return new Score(
                "d",
                trialId(seed),
                Score.LAW,
                complexity,
                1,
                "train",
                10,
                1,
                0.5,
                0.5,
                0.5,
                0.5,
                null,
                null,
                null,
                null);
    }
}
