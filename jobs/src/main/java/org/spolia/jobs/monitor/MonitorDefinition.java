package org.spolia.jobs.monitor;

import com.google.auto.service.AutoService;
import java.util.List;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code monitor}. */
@AutoService(Stage.class)
public final class MonitorDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.once(
                    "monitor", 95, "Test whether the losses of the watched laws have risen: the table law_monitor.")
            .worksOn("monitors", "laws to watch")
            .reads(
                    Table.LAW_WINDOWS,
                    Table.EXPERIMENTS,
                    Table.EXPERIMENT_TRIALS,
                    Table.TRIALS,
                    Table.PROBLEMS,
                    Table.CANDIDATES)
            .writes(Table.LAW_MONITOR);

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
        return hasWork(run.config()) ? List.of(Work.of(listener -> run(run, listener))) : List.of();
    }

    private static void run(StageRun run, StageListener listener) {
        ExperimentConfig config = run.config();
        boolean worked = run.right(INFO, config.name()).compute(() -> MonitorStage.run(run.warehouse(), config));
        listener.report(worked ? MonitorStage.outcome(run.warehouse(), config.name()) : "nothing to do");
    }

    @Override
    public long bytesRead(Warehouse warehouse) {
        return warehouse.bytes(List.of(Table.LAW_WINDOWS, Table.CANDIDATES));
    }
}
