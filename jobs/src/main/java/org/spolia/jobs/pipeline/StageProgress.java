package org.spolia.jobs.pipeline;

import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.util.LongAccumulator;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseRows;

/** Counts the trials of one run of a stage, also while a batch is computed, and tells a listener. */
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
        // Nobody waits for what nobody is told, and the stream need not wait for it to get going.
        this.atStart = listener == ProgressListener.SILENT
                ? CompletableFuture.completedFuture(new StageStatus(stage, 0, 0, 0, 0))
                : CompletableFuture.supplyAsync(
                        () -> TrialCounts.of(new WarehouseRows(warehouse), stage, Optional.empty()),
                        StageProgress::start);
    }

    /** The pool that is meant for such work has one thread on two cores, and Spark waits in it for more threads of it. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task, "status");
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks at the counters of a batch, which tasks raise when they end, until it is closed. */
    Watch watch(Warehouse warehouse) {
        // Or it would count what this batch writes.
        atStart.join();
        return new Watch(
                warehouse.spark().sparkContext().longAccumulator(),
                warehouse.spark().sparkContext().longAccumulator());
    }

    private void tell(long doneNow, long failedNow) {
        StageStatus before = atStart.join();
        listener.progressed(stage.name(), before.done() + doneNow, before.failed() + failedNow, before.total());
    }

    /** The trials of one batch. */
    final class Watch implements AutoCloseable {
        private final LongAccumulator batchDone;
        private final LongAccumulator batchFailed;
        private boolean closed;
        private final Timer timer = new Timer("progress of " + stage, true);

        private Watch(LongAccumulator batchDone, LongAccumulator batchFailed) {
            this.batchDone = batchDone;
            this.batchFailed = batchFailed;
            TimerTask look = new TimerTask() {
                @Override
                public void run() {
                    look();
                }
            };
            timer.schedule(look, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS);
        }

        LongAccumulator done() {
            return batchDone;
        }

        LongAccumulator failed() {
            return batchFailed;
        }

        private void look() {
            synchronized (StageProgress.this) {
                if (!closed) {
                    tell(done + batchDone.value(), failed + batchFailed.value());
                }
            }
        }

        @Override
        public void close() {
            timer.cancel();
            synchronized (StageProgress.this) {
                look();
                closed = true;
                done += batchDone.value();
                failed += batchFailed.value();
            }
        }
    }
}
