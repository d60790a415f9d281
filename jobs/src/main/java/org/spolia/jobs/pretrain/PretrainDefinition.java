package org.spolia.jobs.pretrain;

import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.jobs.encoder.PretrainedBundles;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.Leftover;
import org.spolia.jobs.stage.Library;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code pretrain}: reads the tables of data sets, and writes bundles in addition to its table. */
@AutoService(Stage.class)
public final class PretrainDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.once(
                    "pretrain",
                    30,
                    "Train small encoders on unlabelled frames when tables have changed: the table pretrainings.")
            .worksOn("pretraining", "encoders that stage pretrain trains")
            .writes(Table.PRETRAININGS)
            .mayNeed(Library.MODELS, Library.PYTORCH);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return !config.pretraining().isEmpty();
    }

    @Override
    public List<Work> works(StageRun run) {
        return hasWork(run.config()) ? List.of(Work.of(listener -> train(run, listener))) : List.of();
    }

    private static void train(StageRun run, StageListener listener) {
        List<PretrainingConfig> configs = run.config().pretraining();
        String[] encoders = configs.stream()
                .flatMap(config -> config.seeds().stream().map(config::id))
                .toArray(String[]::new);
        boolean worked =
                run.right(INFO, encoders).compute(() -> PretrainStage.run(run.warehouse(), configs, listener::report));
        if (!worked) {
            listener.report("nothing to do");
        }
    }

    @Override
    public List<Leftover> leftovers(Warehouse warehouse) {
        Path folder = PretrainedBundles.folder(warehouse);
        return PretrainedBundles.exist(warehouse) ? List.of(new Leftover("encoders", folder, folder)) : List.of();
    }
}
