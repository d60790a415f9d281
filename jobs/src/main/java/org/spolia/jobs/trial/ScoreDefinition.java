package org.spolia.jobs.trial;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.RowWork;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.stage.TrialCounts;
import org.spolia.jobs.tables.Table;

/** {@code score}. */
@AutoService(Stage.class)
public final class ScoreDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.streaming(
                    "score", 80, "Score every expression that has no scores yet.")
            .worksOn("problems", "problems to search")
            .reads(Table.CANDIDATES, Table.OBSERVATIONS)
            .writes(Table.SCORES);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return config.hasTrials();
    }

    /** The warehouse may also hold trials of other experiments. */
    @Override
    public boolean isIdle(ExperimentConfig config) {
        return false;
    }

    @Override
    public List<Work> works(StageRun run) {
        return List.of(
                RowWork.of(run.warehouse(), List.of(ScoreStage.ofLaws(), ScoreStage.ofBaselines()), "nothing to do"));
    }

    @Override
    public Optional<StageStatus> status(StatusQuery question) {
        return Optional.of(
                TrialCounts.of(question.rows(), INFO, question.experiment().get()));
    }
}
