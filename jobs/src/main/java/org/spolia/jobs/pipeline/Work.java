package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.function.Consumer;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.stream.RowStage;

/** A part of the work of a stage in a run. */
public interface Work {
    /** Does the remaining work and reports the outcome. */
    void run(StageListener listener);

    /** The row streams of this work, for runs that continue until they are stopped. */
    default List<RowStage> rows() {
        return List.of();
    }

    /** Creates work that is done once. */
    static Work of(Consumer<StageListener> task) {
        return task::accept;
    }
}
