package org.spolia.jobs.stream;

import java.io.Serializable;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.spark.util.LongAccumulator;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.TrialCounts;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.stored.WarehouseRows;

/** Counts the trials of one run of a stage, also while a batch is computed, and reports to a listener. */
final class StageProgress {
    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final StageInfo stage;
    private final ProgressListener listener;
    private final CompletableFuture<StageStatus> atStart;
    private long done;
    private long failed;

    StageProgress(Warehouse warehouse, StageInfo stage, ProgressListener listener) {
        this.stage = stage;
        this.listener = listener;
        // A silent listener needs no counts, and the stream does not wait for them to start.
        this.atStart = listener == ProgressListener.SILENT
                ? CompletableFuture.completedFuture(new StageStatus(stage, 0, 0, 0, 0))
                : CompletableFuture.supplyAsync(
                        () -> TrialCounts.of(new WarehouseRows(warehouse), stage, Optional.empty()),
                        StageProgress::start);
    }

    /** The common pool has a single thread on two cores, and Spark waits in it for more of its threads. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task, "status");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reports the counters of a batch while it is computed. */
    <T> T watch(Counters counters, Supplier<T> computed) {
        // Otherwise the initial counts would include the output of this batch.
        atStart.join();
        Watch watch = new Watch(counters);
        try {
            return computed.get();
        } finally {
            watch.close();
        }
    }

    private void tell(long doneNow, long failedNow) {
        StageStatus before = atStart.join();
        listener.progressed(stage.name(), before.done() + doneNow, before.failed() + failedNow, before.total());
    }

    /** The work items of a batch that have ended. A task adds what its items add when it ends. */
    record Counters(LongAccumulator done, LongAccumulator failed) implements Serializable {
        static Counters of(Warehouse warehouse) {
            return new Counters(
                    warehouse.spark().sparkContext().longAccumulator(),
                    warehouse.spark().sparkContext().longAccumulator());
        }

        void count(ItemReport report) {
            (report.failed() ? failed : done).add(1);
        }
    }

    /** The trials of one batch. */
    private final class Watch {
        private final Counters counters;
        private boolean closed;
        private final Timer timer = new Timer("progress of " + stage, true);

        private Watch(Counters counters) {
            this.counters = counters;
            TimerTask look = new TimerTask() {
                @Override
                public void run() {
                    look();
                }
            };
            timer.schedule(look, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS);
        }

        private void look() {
            synchronized (StageProgress.this) {
                if (!closed) {
                    tell(done + counters.done.value(), failed + counters.failed.value());
                }
            }
        }

        void close() {
            timer.cancel();
            synchronized (StageProgress.this) {
                look();
                closed = true;
                done += counters.done.value();
                failed += counters.failed.value();
            }
        }
    }
}
