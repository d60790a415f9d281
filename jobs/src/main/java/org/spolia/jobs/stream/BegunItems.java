package org.spolia.jobs.stream;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.storage.StorageLevel;
import org.spolia.jobs.session.LostExecutors;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;
import scala.Function1;

/**
 * The work items of a batch while tasks compute them. A task that loses its executors again and again is computed while
 * nothing else runs, and the other tasks go on: either it ends its executors itself, or it only shared them.
 */
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
    private final Optional<LoneTask> lone;
    private final Map<Integer, List<ItemResult>> alone = new TreeMap<>();
    private JavaRDD<ItemResult> others;
    private JavaFutureAction<List<ItemReport>> reports;

    /** Computes the items of a task one after another while nothing else runs. */
    private interface LoneTask {
        List<ItemResult> compute(int task);
    }

    private BegunItems(
            Batch batch,
            DatasetBroadcasts data,
            AttemptLog attempts,
            StageProgress.Counters counters,
            JavaRDD<ItemResult> results,
            Optional<LoneTask> lone) {
        this.batch = batch;
        this.data = data;
        this.attempts = attempts;
        this.counters = counters;
        this.results = results;
        this.lone = lone;
        this.others = results;
        this.reports = start(results);
    }

    static <W extends Serializable> BegunItems begin(
            Batch batch, DatasetBroadcasts data, List<List<WorkItem<W>>> tasks, ItemFunction<W> function) {
        AttemptLog attempts = AttemptLog.start(
                batch, tasks.stream().flatMap(List::stream).map(WorkItem::id).toList());
        StageProgress.Counters counters = StageProgress.Counters.of(batch.warehouse());
        Function<WorkItem<W>, ItemResult> compute = computation(counters, function);
        JavaRDD<ItemResult> results = ComputedBatch.spread(batch.warehouse(), tasks)
                .flatMap(List::iterator)
                .map(compute)
                .persist(StorageLevel.MEMORY_AND_DISK());
        LoneTask lone = task -> tasks.get(task).stream()
                .map(item -> alone(batch, item, compute))
                .toList();
        return new BegunItems(batch, data, attempts, counters, results, Optional.of(lone));
    }

    /** Begins items that are not on the driver. A batch that loses its executors again and again fails. */
    static <W extends Serializable> BegunItems begin(
            Batch batch,
            DatasetBroadcasts data,
            List<String> ids,
            JavaRDD<WorkItem<W>> items,
            ItemFunction<W> function) {
        AttemptLog attempts = AttemptLog.start(batch, ids);
        StageProgress.Counters counters = StageProgress.Counters.of(batch.warehouse());
        JavaRDD<ItemResult> results =
                items.map(computation(counters, function)).persist(StorageLevel.MEMORY_AND_DISK());
        return new BegunItems(batch, data, attempts, counters, results, Optional.empty());
    }

    private static <W extends Serializable> Function<WorkItem<W>, ItemResult> computation(
            StageProgress.Counters counters, ItemFunction<W> function) {
        int driver = Machine.javaMajor();
        return item -> {
            SparkSessions.requireSameJava(driver, Machine.javaMajor());
            ItemResult result = ItemResult.of(item, function);
            counters.count(result.report());
            return result;
        };
    }

    private static JavaFutureAction<List<ItemReport>> start(JavaRDD<ItemResult> results) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(results.context());
        String before = context.getLocalProperty(POOL_OF_JOBS);
        context.setLocalProperty(POOL_OF_JOBS, POOL);
        try {
            return results.map(ItemResult::report).collectAsync();
        } finally {
            context.setLocalProperty(POOL_OF_JOBS, before);
        }
    }

    @Override
    public ComputedBatch await(Runnable makeRoom) {
        List<ItemReport> ended = batch.progress().watch(counters, () -> ended(makeRoom));
        attempts.finish(ended);
        JavaRDD<ItemResult> all = alone.isEmpty()
                ? results
                : others.union(ComputedBatch.spread(
                        batch.warehouse(),
                        alone.values().stream().flatMap(List::stream).toList()));
        return new ComputedBatch(batch.warehouse(), all, results, ended, data);
    }

    private List<ItemReport> ended(Runnable makeRoom) {
        while (true) {
            try {
                List<ItemReport> ended = new ArrayList<>(reports.get());
                alone.values().stream()
                        .flatMap(List::stream)
                        .map(ItemResult::report)
                        .forEach(ended::add);
                return List.copyOf(ended);
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                LostExecutors lost =
                        LostExecutors.of(cause).orElseThrow(() -> BegunItems.<RuntimeException>unchecked(cause));
                LoneTask computed = lone.orElseThrow(() -> BegunItems.<RuntimeException>unchecked(cause));
                makeRoom.run();
                int task = left().get(lost.task());
                alone.put(task, computed.compute(task));
                others = withoutAlone();
                reports = start(others);
            } catch (InterruptedException e) {
                // Structured Streaming tells by the type that somebody stopped the query.
                throw BegunItems.<RuntimeException>unchecked(e);
            }
        }
    }

    private List<Integer> left() {
        return IntStream.range(0, results.getNumPartitions())
                .boxed()
                .filter(task -> !alone.containsKey(task))
                .toList();
    }

    /** Results that executors still hold are not computed again. */
    private JavaRDD<ItemResult> withoutAlone() {
        Set<Integer> gone = Set.copyOf(alone.keySet());
        Function1<Object, Object> kept = (Function1<Object, Object> & Serializable) task -> !gone.contains(task);
        return JavaRDD.fromRDD(PartitionPruningRDD.create(results.rdd(), kept), results.classTag());
    }

    private static <W extends Serializable> ItemResult alone(
            Batch batch, WorkItem<W> item, Function<WorkItem<W>, ItemResult> compute) {
        Instant startedAt = Instant.now();
        try {
            return ComputedBatch.spread(batch.warehouse(), List.of(item))
                    .map(compute)
                    .collect()
                    .get(0);
        } catch (Exception e) {
            LostExecutors lost = LostExecutors.of(e).orElseThrow(() -> BegunItems.<RuntimeException>unchecked(e));
            return ItemResult.lost(
                    item.id(), startedAt, "Every executor was lost, also while nothing else ran: " + lost.reason());
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
