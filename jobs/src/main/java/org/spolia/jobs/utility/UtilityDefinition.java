package org.spolia.jobs.utility;

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

/** {@code utility}. */
@AutoService(Stage.class)
public final class UtilityDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.once(
                    "utility",
                    90,
                    "Estimate the effect of each operator of the designs by field, and its transfer to other fields.")
            .worksOn("problems", "problems to search")
            .reads(Table.EXPERIMENT_TRIALS, Table.TRIALS, Table.PROBLEMS, Table.CANDIDATES, Table.SCORES)
            .writes(
                    Table.OPERATOR_UTILITY,
                    Table.OPERATOR_TRANSFER,
                    Table.COST_AUC,
                    Table.SET_COMPARISONS,
                    Table.CONCEPTS);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return config.hasTrials();
    }

    @Override
    public List<Work> works(StageRun run) {
        return List.of(Work.of(listener -> run(run, listener)));
    }

    private static void run(StageRun run, StageListener listener) {
        ExperimentConfig config = run.config();
        String experimentId = run.plans().experiment().experimentId();
        boolean worked = run.right(INFO, experimentId)
                .compute(
                        () -> UtilityStage.run(run.warehouse(), experimentId, config.operatorSets(), config.designs()));
        int factors = config.designs().stream()
                .mapToInt(design -> design.factors().size())
                .sum();
        String effects = config.designs().isEmpty()
                ? "no design of operator sets with separable effects"
                : "effects of " + factors + " factors";
        listener.report(worked ? "concepts of laws; " + effects : "nothing to do");
    }

    @Override
    public long bytesRead(Warehouse warehouse) {
        return warehouse.bytes(List.of(Table.CANDIDATES, Table.SCORES));
    }
}
