package org.spolia.jobs.trial;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.RowWork;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.Leftover;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.stage.TrialCounts;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code search}. */
@AutoService(Stage.class)
public final class SearchDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.streaming(
                    "search", 70, "Run every trial of the warehouse that has not run yet.")
            .worksOn("problems", "problems to search")
            .reads(Table.TRIALS)
            .writes(Table.CANDIDATES);

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
        return List.of(RowWork.of(
                run.warehouse(),
                List.of(SearchStage.create(run.config().search().spread())),
                "nothing to do"));
    }

    @Override
    public List<Leftover> leftovers(Warehouse warehouse) {
        Path states = SavedSearches.folder(warehouse);
        return SavedSearches.exist(warehouse) ? List.of(new Leftover("states of searches", states, states)) : List.of();
    }

    @Override
    public Optional<StageStatus> status(StatusQuery question) {
        return Optional.of(
                TrialCounts.of(question.rows(), INFO, question.experiment().get()));
    }
}
