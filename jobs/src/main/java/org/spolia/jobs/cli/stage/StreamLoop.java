package org.spolia.jobs.cli.stage;

import java.util.ArrayList;
import java.util.List;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.right.Right;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Warehouse;

/**
 * A streaming stage of a continuous run. It works whenever its input has changed, and holds the right on its output
 * all the time. Work that fails is tried again; other work of the stage goes on.
 */
final class StreamLoop {
    private final Stage stage;
    private final List<StreamLoop> before;
    private final StageRun run;
    private final StageListener listener;
    private final Refusals refusals;
    private final Retries retries;
    private final List<Right> rights = new ArrayList<>();
    private volatile List<Work> works = List.of();
    private volatile boolean created;
    private boolean refused;
    private List<String> createdWith = List.of();

    /**
     * Creates the loop of a stage.
     *
     * @param before the loops of the same run whose output reaches this stage
     * @param retries decides when work that failed is tried again
     */
    StreamLoop(Stage stage, List<StreamLoop> before, StageRun run, StageListener listener, Retries retries) {
        this.stage = stage;
        this.before = List.copyOf(before);
        this.run = run;
        this.listener = listener;
        this.retries = retries;
        this.refusals = new Refusals(listener::report);
    }

    Stage stage() {
        return stage;
    }

    /**
     * Does the work that there is. Returns whether there was any.
     *
     * @throws org.spolia.experiment.ExperimentException at first, if another continuous run has the output
     */
    boolean work() {
        try {
            create();
            boolean worked = false;
            for (Work work : works) {
                worked |= work(work);
            }
            return worked;
        } catch (Exception e) {
            if (refused) {
                throw e;
            }
            refusals.add(e);
            return false;
        }
    }

    /** Work whose table does not exist, or has no rows yet, has no rows to look for. */
    private void create() {
        if (created && works.stream().noneMatch(work -> work.rows().isEmpty())) {
            return;
        }
        List<String> marks = InputMarks.of(stage, List.of(), warehouse());
        if (created && marks.equals(createdWith)) {
            return;
        }
        List<Work> found;
        try {
            found = stage.works(run);
        } catch (Exception e) {
            // A table may be half made while the stages before are at work.
            if (before.stream().allMatch(StreamLoop::isIdle)) {
                refusals.add(e);
            }
            return;
        }
        List<Right> taken = new ArrayList<>();
        try {
            found.forEach(work -> work.rows().forEach(rows -> taken.add(rows.keepRight(warehouse()))));
        } catch (RuntimeException e) {
            taken.forEach(Right::close);
            refused = !created;
            throw e;
        }
        rights.forEach(Right::close);
        rights.clear();
        rights.addAll(taken);
        retries.clear();
        createdWith = marks;
        works = found;
        created = true;
    }

    private boolean work(Work work) {
        if (isDone(work)) {
            return false;
        }
        List<String> marks = new ArrayList<>(InputMarks.of(stage, List.of(), warehouse()));
        work.rows().forEach(rows -> marks.add(rows.inputMark(warehouse())));
        if (!retries.isDue(work, marks)) {
            return false;
        }
        try {
            work.run(listener);
            retries.succeed(work);
            refusals.clear();
            return true;
        } catch (Exception e) {
            // Spark throws checked exceptions without declaring them.
            retries.fail(work, marks).ifPresentOrElse(wait -> refusals.add(e, wait), () -> refusals.add(e));
            return false;
        }
    }

    /** Returns whether all rows that exist have been processed. */
    boolean isIdle() {
        return created && works.stream().allMatch(this::isDone);
    }

    private boolean isDone(Work work) {
        return work.rows().stream().allMatch(rows -> rows.isDone(warehouse()));
    }

    private Warehouse warehouse() {
        return run.warehouse();
    }
}
