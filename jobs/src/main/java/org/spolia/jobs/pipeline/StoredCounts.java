package org.spolia.jobs.pipeline;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.StoredTables;
import org.spolia.jobs.tables.Table;

/** {@link StageStatus} without Spark: the same counts from sets of names in memory. */
public final class StoredCounts implements StageCounts {
    private static final List<Table> READ = List.of(
            Table.SHARD_FILES,
            Table.EMBEDDINGS,
            Table.EXPERIMENT_TRIALS,
            Table.TRIALS,
            Table.CANDIDATES,
            Table.SCORES,
            Table.ATTEMPTS);

    /** Their names take about 300 MB. */
    private static final long MOST_ROWS = 2_000_000;

    private final StoredTables tables;
    private final Map<Table, Set<String>> trials = new EnumMap<>(Table.class);
    private final Map<Subject, Map<String, Map<String, Work>>> work = new EnumMap<>(Subject.class);

    private StoredCounts(StoredTables tables) {
        this.tables = tables;
    }

    /** Counts over these tables; empty where they are too large for one thread, or need a reader that knows more of Delta. */
    public static Optional<StageCounts> of(StoredTables tables) {
        return tables.rows(READ).filter(rows -> rows <= MOST_ROWS).map(rows -> new StoredCounts(tables));
    }

    @Override
    public StageStatus ofTrials(StageInfo stage, Optional<String> experiment) {
        Set<String> input = new HashSet<>(trials(stage.inputs().get(0)));
        experiment.ifPresent(id -> input.retainAll(trialsOf(id)));
        Set<String> output = trials(stage.outputs().get(0));
        Map<String, Work> attempts = work(stage, Subject.TRIAL);
        long done = 0;
        long failed = 0;
        long started = 0;
        for (String trial : input) {
            Work last = attempts.get(trial);
            if (output.contains(trial)) {
                done++;
            } else if (last != null && last.hasFailed()) {
                failed++;
            } else if (last != null && last.wasStarted() && last.isOpen()) {
                started++;
            }
        }
        return new StageStatus(stage, input.size(), done, failed, started);
    }

    @Override
    public StageStatus ofFiles(long listed) {
        Map<String, Long> states = new HashMap<>();
        Set<String> open = new HashSet<>();
        work(StageInfo.SHARD, Subject.FILE).forEach((file, last) -> {
            if (last.wasStarted()) {
                open.add(file);
            }
        });
        tables.forEach(Table.SHARD_FILES, List.of("state", "dataset", "file"), row -> {
            states.merge(text(row, 0), 1L, Long::sum);
            open.remove(text(row, 1) + "/" + text(row, 2));
        });
        long done = states.getOrDefault("sharded", 0L);
        long failed = states.getOrDefault("quarantined", 0L);
        long total = Math.max(listed, done + failed + open.size());
        return new StageStatus(StageInfo.SHARD, total, done, failed, open.size());
    }

    @Override
    public StageStatus ofEmbeddings(long asked) {
        Map<List<String>, Boolean> hasVector = new HashMap<>();
        tables.forEach(
                Table.EMBEDDINGS,
                List.of("encoder_id", "setting", "dataset", "file", "reason"),
                row -> hasVector.merge(
                        List.of(text(row, 0), text(row, 1), text(row, 2), text(row, 3)),
                        row[4] == null,
                        Boolean::logicalOr));
        long done = hasVector.values().stream().filter(found -> found).count();
        long failed = hasVector.size() - done;
        return new StageStatus(StageInfo.EMBED, Math.max(asked, done + failed), done, failed, 0);
    }

    @Override
    public StageStatus ofFeatures(long listed) {
        long done = 0;
        long failed = 0;
        long started = 0;
        for (Work last : work(StageInfo.FEATURES, Subject.FILE).values()) {
            done += last.isDone() ? 1 : 0;
            failed += last.hasFailed() ? 1 : 0;
            started += last.isOpen() ? 1 : 0;
        }
        return new StageStatus(StageInfo.FEATURES, Math.max(listed, done + failed + started), done, failed, started);
    }

    @Override
    public Map<String, Long> shardedFiles() {
        Map<String, Long> files = new HashMap<>();
        tables.forEach(Table.SHARD_FILES, List.of("state", "dataset"), row -> {
            if (text(row, 0).equals("sharded")) {
                files.merge(text(row, 1), 1L, Long::sum);
            }
        });
        return files;
    }

    private Set<String> trials(Table table) {
        return trials.computeIfAbsent(table, asked -> {
            Set<String> found = new HashSet<>();
            tables.forEach(asked, List.of("trial_id"), row -> {
                if (row[0] != null) {
                    found.add(row[0]);
                }
            });
            return found;
        });
    }

    private Set<String> trialsOf(String experiment) {
        Set<String> found = new HashSet<>();
        tables.forEach(Table.EXPERIMENT_TRIALS, List.of("experiment_id", "trial_id"), row -> {
            if (experiment.equals(row[0])) {
                found.add(text(row, 1));
            }
        });
        return found;
    }

    private Map<String, Work> work(StageInfo stage, Subject subject) {
        return work.computeIfAbsent(subject, this::readWork).getOrDefault(stage.stageName(), Map.of());
    }

    private Map<String, Map<String, Work>> readWork(Subject subject) {
        Map<String, Map<String, Work>> stages = new HashMap<>();
        tables.forEach(Table.ATTEMPTS, List.of("stage", subject.column(), "attempt", "outcome"), row -> {
            if (row[1] != null) {
                stages.computeIfAbsent(text(row, 0), name -> new HashMap<>())
                        .computeIfAbsent(row[1], name -> new Work())
                        .add(Integer.parseInt(text(row, 2)), text(row, 3));
            }
        });
        return stages;
    }

    private static String text(@Nullable String[] row, int column) {
        return Objects.requireNonNull(row[column], "a value that a table must have");
    }

    /** The last attempt at a piece of work that started, and the last that ended; 0 where there is none. */
    private static final class Work {
        private int started;
        private int ended;
        private boolean failed;

        void add(int attempt, String outcome) {
            if (outcome.equals(AttemptLog.STARTED)) {
                started = Math.max(started, attempt);
            } else if (attempt >= ended) {
                ended = attempt;
                failed = outcome.equals(AttemptLog.FAILED);
            }
        }

        boolean wasStarted() {
            return started > 0;
        }

        boolean isOpen() {
            return ended < started;
        }

        boolean isDone() {
            return ended > 0 && ended == started && !failed;
        }

        boolean hasFailed() {
            return ended > 0 && ended == started && failed;
        }
    }
}
