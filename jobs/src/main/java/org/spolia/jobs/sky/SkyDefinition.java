package org.spolia.jobs.sky;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.MatchConfig;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code sky}: reads only the tables of data sets, whose rows come from the files in its input. */
@AutoService(Stage.class)
public final class SkyDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.once(
                    "sky", 20, "Match the objects of two surveys by position on the sky: the table sky_matches.")
            .worksOn("matches", "pairs of surveys that stage sky matches")
            .reads(Table.SHARD_FILES)
            .writes(Table.SKY_MATCHES);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return !config.matches().isEmpty();
    }

    @Override
    public List<Work> works(StageRun run) {
        return run.config().matches().stream()
                .map(match -> Work.of(listener -> match(match, run, listener)))
                .toList();
    }

    private static void match(MatchConfig match, StageRun run, StageListener listener) {
        Optional<String> outcome = run.right(INFO, match.id())
                .compute(() -> SkyStage.of(match, run.warehouse()).run());
        listener.report(outcome.orElse("nothing to do for " + match.name()));
    }

    @Override
    public long bytesRead(Warehouse warehouse) {
        return warehouse.bytes(warehouse.shardTables(ShardKind.SURVEYS));
    }

    @Override
    public Optional<StageStatus> status(StatusQuery question) {
        List<MatchConfig> matches =
                question.config().map(ExperimentConfig::matches).orElse(List.of());
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(SkyStage.status(matches, question.warehouse().get()));
    }
}
