package org.spolia.jobs.shard;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.row.ShardFile;
import org.spolia.jobs.pipeline.RowWork;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.Attempts;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code shard}: also writes a table for each data set, with the columns of its files. */
@AutoService(Stage.class)
public final class ShardDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.streaming(
                    "shard", 10, "Read new HDF5 and HATS files into the tables simulations.NAME and surveys.NAME.")
            .worksOn("shards", "files that stage shard reads into tables")
            .writes(Table.SIMULATION_AXES, Table.FIELD_MOMENTS, Table.SHARD_FILES, Table.DATASET_STATISTICS);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return !config.shards().isEmpty();
    }

    @Override
    public boolean examinesFiles() {
        return true;
    }

    @Override
    public List<Work> works(StageRun run) {
        return run.config().shards().stream()
                .map(shard -> work(ShardStage.of(shard, run.warehouse()), run))
                .toList();
    }

    private static Work work(ShardStage stage, StageRun run) {
        RowStage rows = stage.rows(run.strict());
        return RowWork.of(run.warehouse(), List.of(rows), "nothing to do for " + stage.table())
                .then(() -> stage.summarise(rows))
                .reporting(stage::outcome);
    }

    @Override
    public Optional<StageStatus> status(StatusQuery question) {
        long listed = question.config().stream()
                .flatMap(config -> config.shards().stream())
                .mapToLong(shard ->
                        ShardStage.of(shard, question.warehouse().get()).listed())
                .sum();
        Map<String, Long> states = new HashMap<>();
        Set<String> open = new HashSet<>();
        Attempts.of(question.rows(), INFO, Subject.FILE).forEach((file, attempts) -> {
            if (attempts.wereStarted()) {
                open.add(file);
            }
        });
        question.rows().forEach(Table.SHARD_FILES, List.of("state", "dataset", "file"), row -> {
            states.merge(Objects.requireNonNull(row[0]), 1L, Long::sum);
            open.remove(row[1] + "/" + row[2]);
        });
        long done = states.getOrDefault(ShardFile.SHARDED, 0L);
        long failed = states.getOrDefault(ShardFile.QUARANTINED, 0L);
        // Files that were read and are gone count too.
        long total = Math.max(listed, done + failed + open.size());
        return total == 0 ? Optional.empty() : Optional.of(new StageStatus(INFO, total, done, failed, open.size()));
    }

    @Override
    public List<Relation> furtherTables(Warehouse warehouse) {
        return Arrays.stream(ShardKind.values())
                .flatMap(kind -> warehouse.shardTables(kind).stream())
                .map(Relation.class::cast)
                .toList();
    }
}
