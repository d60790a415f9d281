package org.spolia.jobs.features;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.RowWork;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.Attempts;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.tables.Table;

/** {@code features}: also reads the tables of data sets. A plan copies its rows under an id of their own. */
@AutoService(Stage.class)
public final class FeaturesDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.streaming(
                    "features",
                    50,
                    "Compute rows for regressions, such as derivatives, from new rows of simulations.NAME and surveys.NAME.")
            .worksOn("problems", "problems with a 'source'")
            .reads(Table.SIMULATION_AXES)
            .writes(Table.FEATURES);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return !config.featureProblems().isEmpty();
    }

    @Override
    public String idleReason() {
        return "no problem has a 'source'";
    }

    @Override
    public List<Work> works(StageRun run) {
        return run.config().featureProblems().stream()
                .map(problem -> {
                    FeaturesStage stage = FeaturesStage.of(problem, run.warehouse());
                    return (Work)
                            RowWork.of(run.warehouse(), List.of(stage.rows()), "nothing to do for " + problem.id())
                                    .reporting(stage::outcome);
                })
                .toList();
    }

    /** Counts trajectories, or files of a survey, for each problem. */
    @Override
    public Optional<StageStatus> status(StatusQuery question) {
        long listed = question.config().stream()
                .flatMap(config -> config.featureProblems().stream())
                .mapToLong(problem ->
                        FeaturesStage.listed(problem, question.warehouse().get()))
                .sum();
        long done = 0;
        long failed = 0;
        long started = 0;
        for (Attempts last : Attempts.of(question.rows(), INFO, Subject.FILE).values()) {
            done += last.haveSucceeded() ? 1 : 0;
            failed += last.haveFailed() ? 1 : 0;
            started += last.areOpen() ? 1 : 0;
        }
        // Trajectories that were read and are gone count too.
        long total = Math.max(listed, done + failed + started);
        return total == 0 ? Optional.empty() : Optional.of(new StageStatus(INFO, total, done, failed, started));
    }
}
