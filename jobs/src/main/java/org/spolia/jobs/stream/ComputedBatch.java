package org.spolia.jobs.stream;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Warehouse;

/**
 * The work items of one batch, each computed once in its own task. The most expensive items come first, so that no slot
 * starts a long one when the others are done. The rows wait on the executors, in memory or on disk, until they are
 * written.
 */
public final class ComputedBatch implements BatchOutput {
    // Few files, but no writing task with more rows than it can write in a second or two.
    private static final int TRIALS_PER_FILE = 512;

    private final Warehouse warehouse;
    private final JavaRDD<ItemResult> results;
    private final List<ItemReport> reports;
    private final DatasetBroadcasts data;

    private ComputedBatch(
            Warehouse warehouse, JavaRDD<ItemResult> results, List<ItemReport> reports, DatasetBroadcasts data) {
        this.warehouse = warehouse;
        this.results = results;
        this.reports = reports;
        this.data = data;
    }

    /**
     * Computes all work items and records their attempts.
     *
     * @param data the data sets that the tasks use; the batch closes them
     */
    public static <W extends Serializable> ComputedBatch compute(
            Batch batch, DatasetBroadcasts data, List<WorkItem<W>> items, ItemFunction<W> function) {
        JavaRDD<WorkItem<W>> spread = JavaSparkContext.fromSparkContext(
                        batch.warehouse().spark().sparkContext())
                .parallelize(items, Math.max(1, items.size()));
        return compute(batch, data, items.stream().map(WorkItem::id).toList(), spread, function);
    }

    /**
     * Computes work items that are not on the driver.
     *
     * @param ids the ids of the items
     */
    public static <W extends Serializable> ComputedBatch compute(
            Batch batch,
            DatasetBroadcasts data,
            List<String> ids,
            JavaRDD<WorkItem<W>> items,
            ItemFunction<W> function) {
        Warehouse warehouse = batch.warehouse();
        AttemptLog attempts = AttemptLog.start(batch, ids);
        int driver = Machine.javaMajor();
        try (StageProgress.Watch watch = batch.progress().watch(warehouse)) {
            LongAccumulator done = watch.done();
            LongAccumulator failed = watch.failed();
            JavaRDD<ItemResult> results = items.map(item -> {
                        SparkSessions.requireSameJava(driver, Machine.javaMajor());
                        ItemResult result = ItemResult.of(item, function);
                        (result.report().failed() ? failed : done).add(1);
                        return result;
                    })
                    .persist(StorageLevel.MEMORY_AND_DISK());
            List<ItemReport> reports = results.map(ItemResult::report).collect();
            attempts.finish(reports);
            return new ComputedBatch(warehouse, results, reports, data);
        }
    }

    /** Computes all work items one after another on the driver, for functions that use the slots themselves. */
    public static <W extends Serializable> ComputedBatch computeHere(
            Batch batch, DatasetBroadcasts data, List<WorkItem<W>> items, ItemFunction<W> function) {
        AttemptLog attempts =
                AttemptLog.start(batch, items.stream().map(WorkItem::id).toList());
        List<ItemResult> results = new ArrayList<>();
        try (StageProgress.Watch watch = batch.progress().watch(batch.warehouse())) {
            for (WorkItem<W> item : items) {
                ItemResult result = ItemResult.of(item, function);
                (result.report().failed() ? watch.failed() : watch.done()).add(1);
                results.add(result);
            }
            List<ItemReport> reports = results.stream().map(ItemResult::report).toList();
            attempts.finish(reports);
            JavaRDD<ItemResult> spread = JavaSparkContext.fromSparkContext(
                            batch.warehouse().spark().sparkContext())
                    .parallelize(results, Math.max(1, results.size()));
            return new ComputedBatch(batch.warehouse(), spread, reports, data);
        }
    }

    /** The reports of all work items. */
    public List<ItemReport> reports() {
        return reports;
    }

    @Override
    public Dataset<Row> rows(Relation output) {
        JavaRDD<Row> rows = results.flatMap(result -> result.rows().of(output).iterator());
        int files = 1 + results.getNumPartitions() / TRIALS_PER_FILE;
        return warehouse.spark().createDataFrame(rows, output.schema()).coalesce(files);
    }

    @Override
    public void close() {
        results.unpersist(false);
        data.close();
    }
}
