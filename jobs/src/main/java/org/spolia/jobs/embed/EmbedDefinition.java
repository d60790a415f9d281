package org.spolia.jobs.embed;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.row.ShardFile;
import org.spolia.jobs.pipeline.RowWork;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.Library;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.stored.TableRows;

/** {@code embed}: also reads the tables of data sets, whose rows come from the files in the first of its tables. */
@AutoService(Stage.class)
public final class EmbedDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.streaming(
                    "embed", 40, "Embed frames and objects that have no embedding yet: the table embeddings.")
            .worksOn("embeddings", "tables that stage embed reads")
            .reads(Table.SHARD_FILES, Table.PRETRAININGS)
            .writes(Table.ENCODERS, Table.ENCODER_SETTINGS, Table.EMBEDDINGS)
            .mayNeed(Library.MODELS, Library.PYTORCH);

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return !config.embeddings().isEmpty();
    }

    @Override
    public List<Work> works(StageRun run) {
        List<Work> works = new ArrayList<>();
        for (EmbeddingConfig embedding : run.config().embeddings()) {
            for (String table : embedding.tables()) {
                works.add(EmbedStage.of(embedding, table, run.warehouse())
                        .map(stage -> work(stage, run))
                        .orElseGet(() -> Work.of(
                                listener -> listener.report("nothing to do for " + table + ", which has no rows"))));
            }
        }
        return works;
    }

    private static Work work(EmbedStage stage, StageRun run) {
        return RowWork.of(run.warehouse(), List.of(stage.rows()), "nothing to do for " + stage.title())
                .reporting(stage::outcome);
    }

    /** Counts files that an encoder embeds. A file has failed if none of its samples has an embedding. */
    @Override
    public Optional<StageStatus> status(StatusQuery question) {
        Map<List<String>, Boolean> hasVector = new HashMap<>();
        question.rows()
                .forEach(
                        Table.EMBEDDINGS,
                        List.of("encoder_id", "setting", "dataset", "file", "reason"),
                        row -> hasVector.merge(
                                List.of(
                                        Objects.requireNonNull(row[0]),
                                        Objects.requireNonNull(row[1]),
                                        Objects.requireNonNull(row[2]),
                                        Objects.requireNonNull(row[3])),
                                row[4] == null,
                                Boolean::logicalOr));
        long done = hasVector.values().stream().filter(found -> found).count();
        long failed = hasVector.size() - done;
        long total = Math.max(asked(question), done + failed);
        return total == 0 ? Optional.empty() : Optional.of(new StageStatus(INFO, total, done, failed, 0));
    }

    /** The number of files to embed, counted once for each encoder and setting. */
    private static long asked(StatusQuery question) {
        List<EmbeddingConfig> embeddings =
                question.config().map(ExperimentConfig::embeddings).orElse(List.of());
        if (embeddings.isEmpty()) {
            return 0;
        }
        Map<String, Long> files = shardedFiles(question.rows());
        return embeddings.stream()
                .flatMap(embedding -> embedding.tables().stream())
                .mapToLong(table -> files.getOrDefault(table.substring(table.indexOf('.') + 1), 0L))
                .sum();
    }

    private static Map<String, Long> shardedFiles(TableRows rows) {
        Map<String, Long> files = new HashMap<>();
        rows.forEach(Table.SHARD_FILES, List.of("state", "dataset", "file"), row -> {
            if (ShardFile.SHARDED.equals(row[0])) {
                files.merge(Objects.requireNonNull(row[1]), 1L, Long::sum);
            }
        });
        return files;
    }

    @Override
    public Set<Library> libraries(ExperimentConfig config) {
        Set<Library> needed = EnumSet.noneOf(Library.class);
        config.embeddings().forEach(embedding -> {
            needed.add(Library.MODELS);
            if (embedding.engine().equals("PyTorch")) {
                needed.add(Library.PYTORCH);
            }
        });
        return needed;
    }
}
