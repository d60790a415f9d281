package org.spolia.jobs.monitor;

import com.google.auto.service.AutoService;
import java.util.List;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.RowWork;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.Table;

/** {@code watch}. Which laws there are depends on what earlier stages have found. */
@AutoService(Stage.class)
public final class WatchDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.streaming(
                    "watch", 85, "Evaluate the laws that are watched on new rows of the table features.")
            .worksOn("monitors", "laws to watch")
            .reads(
                    Table.FEATURES,
                    Table.EXPERIMENTS,
                    Table.EXPERIMENT_TRIALS,
                    Table.TRIALS,
                    Table.PROBLEMS,
                    Table.CANDIDATES)
            .writes(Table.WATCHED_LAWS, Table.LAW_WINDOWS);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return !config.monitors().isEmpty();
    }

    @Override
    public List<Work> works(StageRun run) {
        if (!hasWork(run.config())) {
            return List.of();
        }
        WatchStage.Streams found = WatchStage.streams(run.config(), run.warehouse());
        List<RowStage> streams = found.rows();
        // A work without streams makes a continuous run look for laws again.
        return List.of(
                Work.of(listener -> {
                    if (streams.isEmpty()) {
                        listener.report("no law to watch yet");
                    }
                }),
                RowWork.of(run.warehouse(), streams, streams.isEmpty() ? "" : "nothing to do")
                        .reportingAdded(
                                () -> WatchStage.windows(run.warehouse(), found.lawIds()),
                                added -> added + " windows of " + found.lawIds().size() + " laws added"));
    }
}
