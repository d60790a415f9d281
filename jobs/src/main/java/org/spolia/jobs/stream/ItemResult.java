package org.spolia.jobs.stream;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.TaskContext;
import org.spolia.jobs.session.Machine;
import org.spolia.symbolic.evaluation.VectorSupport;

/** The rows of a work item and its report. */
record ItemResult(ItemReport report, ItemRows rows) implements Serializable {
    private static final double NANOSECONDS = 1e9;

    /**
     * Runs in a task, or on the driver. An item that throws, or needs more memory than the process has, has a result
     * too. A task that is interrupted has none.
     */
    static <W extends Serializable> ItemResult of(WorkItem<W> item, ItemFunction<W> function) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Instant startedAt = Instant.now();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        ItemRows rows = ItemRows.NONE;
        String reason = null;
        try {
            rows = SharedHeap.compute(() -> function.apply(item.work()));
            reason = rows.reason();
        } catch (OutOfMemoryError e) {
            reason = reason(e) + ", " + SharedHeap.place();
        } catch (RuntimeException | StackOverflowError e) {
            if (isInterrupted()) {
                throw e;
            }
            reason = reason(e);
        }
        ItemReport report = new ItemReport(
                item.id(),
                startedAt,
                (System.nanoTime() - wall) / NANOSECONDS,
                (threads.getCurrentThreadCpuTime() - cpu) / NANOSECONDS,
                rows.evaluations(),
                rows.reads(),
                Machine.host(),
                Machine.jdk(),
                VectorSupport.bits(),
                "cpu",
                reason,
                rows.leftOut());
        return new ItemResult(report, rows);
    }

    /** An item that has lost every executor that computed it. */
    static ItemResult lost(String id, Instant startedAt, String reason) {
        ItemReport report = new ItemReport(
                id,
                startedAt,
                Duration.between(startedAt, Instant.now()).toNanos() / NANOSECONDS,
                0,
                null,
                null,
                Machine.host(),
                Machine.jdk(),
                VectorSupport.bits(),
                "cpu",
                reason,
                null);
        return new ItemResult(report, ItemRows.NONE);
    }

    private static boolean isInterrupted() {
        TaskContext task = TaskContext.get();
        return task == null ? Thread.currentThread().isInterrupted() : task.isInterrupted();
    }

    /** The exception and its origin, in one line. */
    private static String reason(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String message = e.toString().replaceAll("\\s*\\R\\s*", " ");
        return trace.length == 0 ? message : message + " at " + trace[0];
    }
}
