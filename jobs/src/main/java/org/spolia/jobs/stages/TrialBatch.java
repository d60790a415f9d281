package org.spolia.jobs.stages;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * The trials of one batch, computed once, one task each: the costliest first, so that no slot starts a long one when the others are
 * done. Their rows wait on the executors, in memory or on disk, until they are written.
 */
final class TrialBatch implements BatchOutput {
    // Few files, yet no writing task with more rows than it can write in a second or two.
    private static final int TRIALS_PER_FILE = 512;

    private final Warehouse warehouse;
    private final JavaRDD<TrialResult> results;

    private TrialBatch(Warehouse warehouse, JavaRDD<TrialResult> results) {
        this.warehouse = warehouse;
        this.results = results;
    }

    /** Computes all trials and records their attempts. */
    static <W extends Serializable> TrialBatch compute(
            Warehouse warehouse, String stage, Batch batch, List<TrialTask<W>> tasks, TrialFunction<W> function) {
        List<String> trials = tasks.stream().map(TrialTask::trialId).toList();
        AttemptLog attempts = AttemptLog.start(warehouse, stage, batch, trials);
        int driver = Machine.javaMajor();
        JavaRDD<TrialResult> results = JavaSparkContext.fromSparkContext(
                        warehouse.spark().sparkContext())
                .parallelize(tasks, Math.max(1, tasks.size()))
                .map(task -> {
                    SparkSessions.requireSameJava(driver, Machine.javaMajor());
                    return TrialResult.of(task, function);
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        attempts.finish(results.map(TrialResult::report).collect());
        return new TrialBatch(warehouse, results);
    }

    @Override
    public Dataset<Row> rows(Table output) {
        JavaRDD<Row> rows = results.flatMap(result -> result.rows().of(output).iterator());
        int files = 1 + results.getNumPartitions() / TRIALS_PER_FILE;
        return warehouse.spark().createDataFrame(rows, output.schema()).coalesce(files);
    }

    @Override
    public void close() {
        results.unpersist(false);
    }
}
