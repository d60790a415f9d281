package org.spolia.jobs.cli.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Table;

/** A stage of a continuous run that does not stream: it is repeated when its input has changed. */
final class Refresh {
    private final Stage stage;
    private final StageListener listener;
    private final Refusals refusals;
    private List<String> last = List.of();
    private boolean succeeded;

    Refresh(Stage stage, StageListener listener) {
        this.stage = stage;
        this.listener = listener;
        this.refusals = new Refusals(listener::report);
    }

    Stage stage() {
        return stage;
    }

    boolean hasSucceeded() {
        return succeeded;
    }

    /**
     * Returns whether later stages keep what they make of its output. If it read a part of its input, the rows of this
     * part would stay.
     */
    boolean isKept() {
        return Stages.all().stream()
                .map(Stage::info)
                .filter(info -> info.streams() || !info.copies().isEmpty())
                .anyMatch(this::writesInputOf);
    }

    boolean writesInputOf(StageInfo later) {
        return stage.info().writes().stream().anyMatch(later.inputs()::contains);
    }

    /** Reports a failure outside of the stage. */
    void fail(Exception failure) {
        refusals.add(failure);
    }

    boolean isDue(StageRun run) {
        return !marks(run).equals(last);
    }

    /** Runs the stage once. Returns whether it succeeded. */
    boolean run(StageRun run) {
        List<String> marks = marks(run);
        try {
            SparkSessions.expectQueriesOver(run.warehouse().spark(), stage.bytesRead(run.warehouse()));
            stage.works(run).forEach(work -> work.run(listener));
            refusals.clear();
            succeeded = true;
            return true;
        } catch (Exception e) {
            // Spark throws checked exceptions without declaring them.
            refusals.add(e);
            return false;
        } finally {
            last = marks;
        }
    }

    private List<String> marks(StageRun run) {
        List<Table> awaited = awaited(run).stream()
                .flatMap(after -> after.info().writes().stream())
                .toList();
        return InputMarks.of(stage, awaited, run.warehouse());
    }

    /** The later stage whose output this one waits for, if any. */
    private Optional<Stage> awaited(StageRun run) {
        return stage.awaits(run).isEmpty()
                ? Optional.empty()
                : stage.repeatsAfter().flatMap(Stages::named);
    }

    /** The streaming stages of a run whose output reaches this one. */
    List<Stage> streamsBefore(StageRun run, List<Stage> stages) {
        List<Stage> before = new ArrayList<>(Stages.streamsBefore(stage, stages, run.config()));
        awaited(run).ifPresent(after -> {
            before.addAll(Stages.streamsBefore(after, stages, run.config()));
            before.add(after);
        });
        return before;
    }
}
