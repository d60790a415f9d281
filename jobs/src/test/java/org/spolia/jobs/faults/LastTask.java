package org.spolia.jobs.faults;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line when the task with a chosen trial starts. This task never ends, and neither does a later one, so a kill
 * that follows the line always hits it: how fast the line is read does not matter.
 *
 * <p>Trials are counted from the start of the process. Stages with trials are in the pool of work items, or have as
 * many tasks as a file has trials.
 */
public final class LastTask implements SparkPlugin, ExecutorPlugin {
    static final String LINE = "the last task has started";

    /** The setting of a command that is to have such a task. */
    static final String SETTING = "spark.plugins=" + LastTask.class.getName();

    private static final String TRIAL_OPTION = "spolia.test.trial";
    private static final String UNIT_OPTION = "spolia.test.unit";

    private final AtomicInteger started = new AtomicInteger();

    /**
     * A process with a last task.
     *
     * @param trial the number of a trial, from 1
     * @param unit the number of trials in a file
     */
    static ChildProcess process(int trial, int unit) {
        return ChildProcess.create("-D" + TRIAL_OPTION + "=" + trial, "-D" + UNIT_OPTION + "=" + unit);
    }

    private static int last() {
        return Integer.getInteger(TRIAL_OPTION, Integer.MAX_VALUE);
    }

    @Override
    public @Nullable DriverPlugin driverPlugin() {
        return null;
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return this;
    }

    @Override
    public void init(PluginContext context, Map<String, String> configuration) {}

    @Override
    public void onTaskStart() {
        TaskContext task = TaskContext.get();
        int unit = Integer.getInteger(UNIT_OPTION, 1);
        int tasks = task.numPartitions();
        if (tasks == unit || "items".equals(task.getLocalProperty("spark.scheduler.pool"))) {
            int trials = Math.max(1, unit / tasks);
            int before = started.getAndAdd(trials);
            if (before < last() && before + trials >= last()) {
                System.out.println(LINE);
            }
        }
    }

    @Override
    public void onTaskSucceeded() {
        neverEnd();
    }

    @Override
    public void onTaskFailed(TaskFailedReason reason) {
        neverEnd();
    }

    /** Spark learns of the end of a task after this. */
    private void neverEnd() {
        if (started.get() < last()) {
            return;
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
