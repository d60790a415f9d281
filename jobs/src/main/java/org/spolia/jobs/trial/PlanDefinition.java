package org.spolia.jobs.trial;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.TooFewProblems;
import org.spolia.jobs.pipeline.Plans;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Table;

/** {@code plan}: repeated after the scores if problems use the laws of other problems. */
@AutoService(Stage.class)
public final class PlanDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.once("plan", 60, "Write the trials of an experiment and their data.")
            .worksOn("problems", "problems to search")
            .copies(Table.FEATURES, Table.ENCODERS, Table.EMBEDDINGS)
            .writes(
                    Table.EXPERIMENTS,
                    Table.PROBLEMS,
                    Table.OPERATOR_SETS,
                    Table.EXPERIMENT_SETS,
                    Table.OBSERVATIONS,
                    Table.EXPERIMENT_TRIALS,
                    Table.EXPERIMENT_VERSIONS,
                    Table.TRIALS);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return config.hasTrials();
    }

    /** A plan that needs nothing from a warehouse is made while Spark starts. */
    @Override
    public void check(ExperimentConfig config, Plans plans) {
        if (!config.learns() && !isLate(config)) {
            plans.plan();
        }
    }

    @Override
    public void check(StageRun run) {
        if (run.config().learns()) {
            if (run.warehouse().isEmpty()) {
                throw new ExperimentException("The experiment learns from another one, but there are no tables in "
                        + run.warehouse().place() + "; run that one first, or name another --warehouse");
            }
            if (!isLate(run.config())) {
                run.plans().plan();
            }
        }
    }

    /** Returns whether the plan depends on the output of earlier stages. */
    private static boolean isLate(ExperimentConfig config) {
        return config.derives() || config.learnsFromItself();
    }

    @Override
    public List<Work> works(StageRun run) {
        return List.of(Work.of(listener -> plan(run, listener)));
    }

    private static void plan(StageRun run, StageListener listener) {
        Plan plan = run.plans().plan();
        int added =
                run.right(INFO, plan.experiment().experimentId()).compute(() -> PlanStage.run(run.warehouse(), plan));
        int all = plan.trials().size();
        listener.report(
                added == 0 ? "nothing to do, all " + all + " trials exist" : added + " of " + all + " trials added");
        if (!plan.awaited().isEmpty()) {
            listener.report("more trials follow when the laws of " + String.join(", ", plan.awaited())
                    + " are scored; run plan again then");
        }
        if (added > 0 && !run.plans().isRepeated()) {
            TooFewProblems.warnings(run.config()).forEach(warning -> listener.report("note: " + warning));
        }
        run.plans().release();
    }

    @Override
    public Optional<String> repeatsAfter() {
        return Optional.of(ScoreDefinition.INFO.name());
    }

    @Override
    public List<String> awaits(StageRun run) {
        return run.plans().awaited();
    }
}
