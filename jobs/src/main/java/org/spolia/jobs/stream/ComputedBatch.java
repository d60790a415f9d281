package org.spolia.jobs.stream;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Warehouse;

/**
 * The work items of one batch, each computed once. The most expensive items come first, so that no slot starts a long
 * one when the others are done. The rows wait on the executors, in memory or on disk, until they are written.
 */
public final class ComputedBatch implements BatchOutput {
    // Few files, but no writing task with more rows than it can write in a second or two.
    private static final int ITEMS_PER_FILE = 512;

    private final Warehouse warehouse;
    private final JavaRDD<ItemResult> results;
    private final JavaRDD<ItemResult> held;
    private final List<ItemReport> reports;
    private final DatasetBroadcasts data;

    ComputedBatch(
            Warehouse warehouse,
            JavaRDD<ItemResult> results,
            JavaRDD<ItemResult> held,
            List<ItemReport> reports,
            DatasetBroadcasts data) {
        this.warehouse = warehouse;
        this.results = results;
        this.held = held;
        this.reports = reports;
        this.data = data;
    }

    /**
     * Begins to compute work items and records that they start.
     *
     * @param data the data sets that the tasks use; the batch closes them
     * @param tasks the items of each task
     */
    public static <W extends Serializable> BegunBatch begin(
            Batch batch, DatasetBroadcasts data, List<List<WorkItem<W>>> tasks, ItemFunction<W> function) {
        return BegunItems.begin(batch, data, tasks, function);
    }

    /**
     * Computes all work items, each in a task of its own, and records their attempts.
     *
     * @param data the data sets that the tasks use; the batch closes them
     */
    public static <W extends Serializable> ComputedBatch compute(
            Batch batch, DatasetBroadcasts data, List<WorkItem<W>> items, ItemFunction<W> function) {
        return BegunItems.begin(batch, data, items.stream().map(List::of).toList(), function)
                .await(() -> {});
    }

    static <T> JavaRDD<T> spread(Warehouse warehouse, List<T> parts) {
        return JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext())
                .parallelize(parts, Math.max(1, parts.size()));
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
        return BegunItems.begin(batch, data, ids, items, function).await(() -> {});
    }

    /** Computes all work items one after another on the driver, for functions that use the slots themselves. */
    public static <W extends Serializable> ComputedBatch computeHere(
            Batch batch, DatasetBroadcasts data, List<WorkItem<W>> items, ItemFunction<W> function) {
        AttemptLog attempts =
                AttemptLog.start(batch, items.stream().map(WorkItem::id).toList());
        StageProgress.Counters counters = StageProgress.Counters.of(batch.warehouse());
        List<ItemResult> results = new ArrayList<>();
        List<ItemReport> reports = batch.progress().watch(counters, () -> {
            for (WorkItem<W> item : items) {
                ItemResult result = ItemResult.of(item, function);
                counters.count(result.report());
                results.add(result);
            }
            return results.stream().map(ItemResult::report).toList();
        });
        attempts.finish(reports);
        JavaRDD<ItemResult> spread = spread(batch.warehouse(), results);
        return new ComputedBatch(batch.warehouse(), spread, spread, reports, data);
    }

    /** The reports of all work items. */
    public List<ItemReport> reports() {
        return reports;
    }

    @Override
    public Dataset<Row> rows(Relation output) {
        JavaRDD<Row> rows = results.flatMap(result -> result.rows().of(output).iterator());
        int files = 1 + reports.size() / ITEMS_PER_FILE;
        return warehouse.spark().createDataFrame(rows, output.schema()).coalesce(files);
    }

    @Override
    public void close() {
        held.unpersist(false);
        data.close();
    }
}
