package org.spolia.jobs.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * How far a stage over trials, files, runs or matches is, from committed rows alone.
 *
 * @param total trials that the stage has to process
 * @param done trials with a result
 * @param failed trials whose last attempt failed
 * @param started trials that were started and have no outcome: running now, or killed
 */
public record StageStatus(StageInfo stage, long total, long done, long failed, long started) {

    /** Counts that Spark makes, for warehouses of any size and place. */
    public static StageCounts in(Warehouse warehouse) {
        return new StageCounts() {
            @Override
            public StageStatus ofTrials(StageInfo stage, Optional<String> experiment) {
                return of(warehouse, stage, experiment);
            }

            @Override
            public StageStatus ofFiles(long listed) {
                return StageStatus.ofFiles(warehouse, listed);
            }

            @Override
            public StageStatus ofEmbeddings(long asked) {
                return StageStatus.ofEmbeddings(warehouse, asked);
            }

            @Override
            public StageStatus ofFeatures(long listed) {
                return StageStatus.ofFeatures(warehouse, listed);
            }

            @Override
            public Map<String, Long> shardedFiles() {
                return StageStatus.shardedFiles(warehouse);
            }
        };
    }

    /** The trials that neither have an outcome nor run. */
    public long left() {
        return total - done - failed - started;
    }

    /**
     * The state of a stage.
     *
     * @param experiment the id of the experiment to look at; the whole warehouse if there is none
     */
    public static StageStatus of(Warehouse warehouse, StageInfo stage, Optional<String> experiment) {
        Dataset<Row> all = trials(warehouse, stage.inputs().get(0));
        Dataset<Row> input = experiment
                .map(id -> all.join(trialsOf(warehouse, id), new String[] {"trial_id"}, "left_semi"))
                .orElse(all);
        Dataset<Row> output = trials(warehouse, stage.outputs().get(0)).withColumn("present", functions.lit(true));
        Row counts = input.join(output, new String[] {"trial_id"}, "left")
                .join(attempts(warehouse, stage, Subject.TRIAL), new String[] {"trial_id"}, "left")
                .agg(
                        functions.count(functions.lit(1)),
                        functions.count("present"),
                        functions.count_if(functions.expr("present IS NULL AND ended = started AND failed")),
                        functions.count_if(functions.expr(
                                "present IS NULL AND started IS NOT NULL AND (ended IS NULL OR ended < started)")))
                .head();
        return new StageStatus(stage, counts.getLong(0), counts.getLong(1), counts.getLong(2), counts.getLong(3));
    }

    /**
     * The state of stage shard, whose trials are files.
     *
     * @param listed how many files there are; those that are gone and were read count too
     */
    public static StageStatus ofFiles(Warehouse warehouse, long listed) {
        Row known = warehouse
                .read(Table.SHARD_FILES)
                .agg(
                        functions.count_if(functions.expr("state = 'sharded'")),
                        functions.count_if(functions.expr("state = 'quarantined'")))
                .head();
        long started = warehouse
                .read(Table.ATTEMPTS)
                .filter("stage = 'shard' AND outcome = 'started'")
                .select("file")
                .except(warehouse.read(Table.SHARD_FILES).selectExpr("concat(dataset, '/', file)"))
                .count();
        long total = Math.max(listed, known.getLong(0) + known.getLong(1) + started);
        return new StageStatus(StageInfo.SHARD, total, known.getLong(0), known.getLong(1), started);
    }

    /**
     * The state of stage embed, whose trials are files that an encoder takes; failed are those of which no sample has a vector.
     *
     * @param asked how many there are by the configuration; those that were read count too
     */
    public static StageStatus ofEmbeddings(Warehouse warehouse, long asked) {
        Row known = warehouse
                .read(Table.EMBEDDINGS)
                .groupBy("encoder_id", "setting", "dataset", "file")
                .agg(functions.expr("count(reason) = count(1)").as("failed"))
                .agg(functions.count_if(functions.expr("NOT failed")), functions.count_if(functions.col("failed")))
                .head();
        long done = known.getLong(0);
        long failed = known.getLong(1);
        return new StageStatus(StageInfo.EMBED, Math.max(asked, done + failed), done, failed, 0);
    }

    /** How many files of each data set are in its table. */
    public static Map<String, Long> shardedFiles(Warehouse warehouse) {
        Map<String, Long> files = new HashMap<>();
        warehouse
                .read(Table.SHARD_FILES)
                .filter("state = 'sharded'")
                .groupBy("dataset")
                .count()
                .collectAsList()
                .forEach(row -> files.put(row.getString(0), row.getLong(1)));
        return files;
    }

    /**
     * The state of stage features, whose trials are runs, or files of a survey, for a problem.
     *
     * @param listed how many there are; those that are gone and were read count too
     */
    public static StageStatus ofFeatures(Warehouse warehouse, long listed) {
        Row known = attempts(warehouse, StageInfo.FEATURES, Subject.FILE)
                .agg(
                        functions.count_if(functions.expr("ended = started AND NOT failed")),
                        functions.count_if(functions.expr("ended = started AND failed")),
                        functions.count_if(functions.expr("ended IS NULL OR ended < started")))
                .head();
        long total = Math.max(listed, known.getLong(0) + known.getLong(1) + known.getLong(2));
        return new StageStatus(StageInfo.FEATURES, total, known.getLong(0), known.getLong(1), known.getLong(2));
    }

    private static Dataset<Row> trials(Warehouse warehouse, Table table) {
        return warehouse.read(table).select("trial_id").distinct();
    }

    private static Dataset<Row> trialsOf(Warehouse warehouse, String experiment) {
        return warehouse
                .read(Table.EXPERIMENT_TRIALS)
                .filter(functions.col("experiment_id").equalTo(experiment))
                .select("trial_id");
    }

    /** For each trial, or file, the last attempt that started, the last that ended, and whether that one failed. */
    private static Dataset<Row> attempts(Warehouse warehouse, StageInfo stage, Subject subject) {
        return warehouse
                .read(Table.ATTEMPTS)
                .filter(functions.col("stage").equalTo(stage.stageName()))
                .groupBy(subject.column())
                .agg(
                        functions
                                .expr("max(attempt) FILTER (WHERE outcome = 'started')")
                                .as("started"),
                        functions
                                .expr("max(attempt) FILTER (WHERE outcome <> 'started')")
                                .as("ended"),
                        functions
                                .expr("max_by(outcome = 'failed', attempt) FILTER (WHERE outcome <> 'started')")
                                .as("failed"));
    }
}
