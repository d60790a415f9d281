package org.spolia.jobs.stream;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;

/** The work items of a batch while tasks compute them. */
final class BegunItems implements BegunBatch {
    /**
     * The pool of the tasks that compute. In another pool, the short tasks of reads and commits would wait for all of
     * them.
     */
    private static final String POOL = "items";

    private static final String POOL_OF_JOBS = "spark.scheduler.pool";

    private final Batch batch;
    private final DatasetBroadcasts data;
    private final AttemptLog attempts;
    private final StageProgress.Counters counters;
    private final JavaRDD<ItemResult> results;
    private final JavaFutureAction<List<ItemReport>> reports;

    private BegunItems(
            Batch batch,
            DatasetBroadcasts data,
            AttemptLog attempts,
            StageProgress.Counters counters,
            JavaRDD<ItemResult> results) {
        this.batch = batch;
        this.data = data;
        this.attempts = attempts;
        this.counters = counters;
        this.results = results;
        this.reports = start(results.map(ItemResult::report));
    }

    static <W extends Serializable> BegunItems begin(
            Batch batch,
            DatasetBroadcasts data,
            List<String> ids,
            JavaRDD<WorkItem<W>> items,
            ItemFunction<W> function) {
        AttemptLog attempts = AttemptLog.start(batch, ids);
        StageProgress.Counters counters = StageProgress.Counters.of(batch.warehouse());
        int driver = Machine.javaMajor();
        JavaRDD<ItemResult> results = items.map(item -> {
                    SparkSessions.requireSameJava(driver, Machine.javaMajor());
                    ItemResult result = ItemResult.of(item, function);
                    counters.count(result.report());
                    return result;
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new BegunItems(batch, data, attempts, counters, results);
    }

    private static JavaFutureAction<List<ItemReport>> start(JavaRDD<ItemReport> reports) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(reports.context());
        String before = context.getLocalProperty(POOL_OF_JOBS);
        context.setLocalProperty(POOL_OF_JOBS, POOL);
        try {
            return reports.collectAsync();
        } finally {
            context.setLocalProperty(POOL_OF_JOBS, before);
        }
    }

    @Override
    public ComputedBatch await() {
        List<ItemReport> ended = batch.progress().watch(counters, this::ended);
        attempts.finish(ended);
        return new ComputedBatch(batch.warehouse(), results, ended, data);
    }

    private List<ItemReport> ended() {
        try {
            return reports.get();
        } catch (ExecutionException e) {
            throw BegunItems.<RuntimeException>unchecked(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            // Structured Streaming tells by the type that somebody stopped the query.
            throw BegunItems.<RuntimeException>unchecked(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable e) throws E {
        throw (E) e;
    }

    @Override
    public void close() {
        reports.cancel(true);
        results.unpersist(false);
        data.close();
    }
}
