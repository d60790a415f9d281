package org.spolia.jobs.faults;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Prints a line when a trial starts, with its number since the start of the process. A task with several trials prints
 * one for each of them when it starts. Stages with trials are in the pool of work items, or have as many tasks as a
 * file has trials, or as the system property {@code spolia.test.unit} specifies.
 */
public final class TrialNumberListener extends SparkListener {
    static final String LINE = "trial number ";
    private static final int UNIT = Integer.getInteger("spolia.test.unit", KillTest.UNIT);

    private final Map<Integer, Integer> trialsOfTask = new HashMap<>();
    private int number;

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted event) {
        int tasks = event.stageInfo().numTasks();
        if (tasks == UNIT || "items".equals(event.properties().getProperty("spark.scheduler.pool"))) {
            trialsOfTask.put(event.stageInfo().stageId(), Math.max(1, UNIT / tasks));
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
        for (int i = 0; i < trialsOfTask.getOrDefault(event.stageId(), 0); i++) {
            number++;
            System.out.println(LINE + number);
        }
    }
}
