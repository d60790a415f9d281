package org.spolia.jobs.stage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.stored.TableRows;

/**
 * Counts the trials of a stage: the trials in the first table that it reads, with a result if they are in the first
 * table that it writes.
 */
public final class TrialCounts {
    private TrialCounts() {}

    /**
     * Returns the status of a stage over trials.
     *
     * @param experiment the id of one experiment; empty for the whole warehouse
     */
    public static StageStatus of(TableRows rows, StageInfo stage, Optional<String> experiment) {
        Set<String> input = trials(rows, stage.reads().get(0));
        experiment.ifPresent(id -> input.retainAll(trialsOf(rows, id)));
        Set<String> output = trials(rows, stage.writes().get(0));
        Map<String, Attempts> attempts = Attempts.of(rows, stage, Subject.TRIAL);
        long done = 0;
        long failed = 0;
        long started = 0;
        for (String trial : input) {
            Attempts last = attempts.getOrDefault(trial, Attempts.NONE);
            if (output.contains(trial)) {
                done++;
            } else if (last.haveFailed()) {
                failed++;
            } else if (last.areOpen()) {
                started++;
            }
        }
        return new StageStatus(stage, input.size(), done, failed, started);
    }

    private static Set<String> trials(TableRows rows, Table table) {
        Set<String> found = new HashSet<>();
        rows.forEach(table, List.of("trial_id"), row -> {
            if (row[0] != null) {
                found.add(row[0]);
            }
        });
        return found;
    }

    private static Set<String> trialsOf(TableRows rows, String experiment) {
        Set<String> found = new HashSet<>();
        rows.forEach(Table.EXPERIMENT_TRIALS, List.of("experiment_id", "trial_id"), row -> {
            if (experiment.equals(row[0]) && row[1] != null) {
                found.add(row[1]);
            }
        });
        return found;
    }
}
