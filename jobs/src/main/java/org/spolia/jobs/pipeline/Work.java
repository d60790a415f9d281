package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.function.Consumer;

/** A part of what a stage has to do in a run. */
public interface Work {
    /** Does what is left of it, and says what came of it. */
    void run(StageListener listener);

    /** The streams of rows of this work, for runs that go on until they are stopped. */
    default List<RowStage> rows() {
        return List.of();
    }

    /** Work that is done once. */
    static Work of(Consumer<StageListener> task) {
        return task::accept;
    }
}
