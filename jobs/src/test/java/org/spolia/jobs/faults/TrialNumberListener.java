package org.spolia.jobs.faults;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Prints a line when a trial starts, with its number since the start of the process. Only the stages with trials have
 * as many tasks as a file has trials, or as the system property {@code spolia.test.unit} specifies.
 */
public final class TrialNumberListener extends SparkListener {
    static final String LINE = "trial number ";
    private static final int UNIT = Integer.getInteger("spolia.test.unit", KillTest.UNIT);

    private final Set<Integer> stagesOfTrials = new HashSet<>();
    private int number;

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted event) {
        if (event.stageInfo().numTasks() == UNIT) {
            stagesOfTrials.add(event.stageInfo().stageId());
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
        if (stagesOfTrials.contains(event.stageId())) {
            number++;
            System.out.println(LINE + number);
        }
    }
}
