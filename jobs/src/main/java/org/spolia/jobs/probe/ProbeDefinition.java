package org.spolia.jobs.probe;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeHead;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.Library;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code probe}: also reads the tables of data sets, which hold the targets. */
@AutoService(Stage.class)
public final class ProbeDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.once(
                    "probe",
                    100,
                    "Train small predictors on frozen embeddings, and measure their error by the number of labels.")
            .worksOn("probes", "targets that stage probe predicts")
            .reads(Table.ENCODERS, Table.EMBEDDINGS)
            .writes(Table.PROBE_SCORES, Table.ENCODER_SIMILARITY, Table.RETRIEVED_SAMPLES)
            .mayNeed(Library.MODELS, Library.PYTORCH);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return !config.probes().isEmpty();
    }

    @Override
    public List<Work> works(StageRun run) {
        return hasWork(run.config()) ? List.of(Work.of(listener -> run(run, listener))) : List.of();
    }

    private static void run(StageRun run, StageListener listener) {
        ExperimentConfig config = run.config();
        boolean worked = run.right(INFO, config.probesId())
                .compute(() -> ProbeStage.run(run.warehouse(), config.name(), config.probes(), config.embeddings()));
        listener.report(
                worked ? "scores of " + config.probes().size() + " probes, in the view probe_curve" : "nothing to do");
    }

    @Override
    public long bytesRead(Warehouse warehouse) {
        return warehouse.bytes(List.of(Table.EMBEDDINGS));
    }

    @Override
    public Set<Library> libraries(ExperimentConfig config) {
        Set<Library> needed = EnumSet.noneOf(Library.class);
        config.probes().forEach(probe -> {
            needed.add(Library.MODELS);
            if (trains(probe)) {
                needed.add(Library.PYTORCH);
            }
        });
        return needed;
    }

    private static boolean trains(ProbeConfig probe) {
        return probe.fineTuning().isWanted() || probe.heads().stream().anyMatch(ProbeHead::learnsByGradients);
    }
}
