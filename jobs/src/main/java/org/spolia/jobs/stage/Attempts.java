package org.spolia.jobs.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.stored.TableRows;

/** The attempts at one work item: the last one that started, and the last one that ended. */
public final class Attempts {
    /** Outcomes in the table attempts. */
    public static final String STARTED = "started";

    public static final String DONE = "done";
    public static final String FAILED = "failed";

    static final Attempts NONE = new Attempts();

    private int started;
    private int ended;
    private boolean failed;

    private Attempts() {}

    /** Returns the attempts of a stage by the id of the work item. */
    public static Map<String, Attempts> of(TableRows rows, StageInfo stage, Subject subject) {
        Map<String, Attempts> attempts = new HashMap<>();
        rows.forEach(Table.ATTEMPTS, List.of("stage", subject.column(), "attempt", "outcome"), row -> {
            if (row[1] != null && stage.name().equals(row[0])) {
                attempts.computeIfAbsent(row[1], name -> new Attempts())
                        .add(Integer.parseInt(Objects.requireNonNull(row[2])), Objects.requireNonNull(row[3]));
            }
        });
        return attempts;
    }

    private void add(int attempt, String outcome) {
        if (outcome.equals(Attempts.STARTED)) {
            started = Math.max(started, attempt);
        } else if (attempt >= ended) {
            ended = attempt;
            failed = outcome.equals(Attempts.FAILED);
        }
    }

    /** Returns whether any attempt was started. */
    public boolean wereStarted() {
        return started > 0;
    }

    /** Returns whether the last attempt has no outcome. */
    public boolean areOpen() {
        return ended < started;
    }

    /** Returns whether the last attempt succeeded. */
    public boolean haveSucceeded() {
        return ended > 0 && ended == started && !failed;
    }

    /** Returns whether the last attempt failed. */
    public boolean haveFailed() {
        return ended > 0 && ended == started && failed;
    }
}
