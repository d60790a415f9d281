package org.spolia.jobs.trial;

import java.util.ArrayList;
import java.util.List;
import org.spolia.experiment.row.Trial;

/**
 * Divides trials into tasks by what their rows say. Short trials of like cost share a task, because Spark needs
 * milliseconds to start one; a long trial has its own.
 */
final class TaskGroups {
    /** About half a second of a current core. */
    static final long NODE_ROWS = 500_000_000;

    /** What a trial costs besides its evaluations. */
    static final long NODE_ROWS_OF_A_START = 20_000_000;

    /** With fewer tasks, slots would be idle for long at the end of a batch. */
    static final int LEAST_TASKS = 16;

    private TaskGroups() {}

    /** Returns the trials in their order, with the costliest first. */
    static List<List<Trial>> of(List<Trial> trials) {
        int most = Math.max(1, trials.size() / LEAST_TASKS);
        List<List<Trial>> groups = new ArrayList<>();
        List<Trial> group = new ArrayList<>();
        double cost = 0;
        for (Trial trial : trials) {
            double added = (double) trial.estimatedNodeRows() + NODE_ROWS_OF_A_START;
            if (!group.isEmpty() && (group.size() == most || cost + added > NODE_ROWS)) {
                groups.add(List.copyOf(group));
                group.clear();
                cost = 0;
            }
            group.add(trial);
            cost += added;
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return List.copyOf(groups);
    }
}
