package org.spolia.jobs.tables;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The views, each a statement of {@code schemas/views} that Spark and DuckDB both understand, after those that it is made of. */
public enum View {
    MODEL_SCORES,
    LEADERBOARD,
    BEST_EQUATION,
    OPERATOR_EFFECT,
    OPERATOR_UTILITY_RANKED,
    TRANSFER,
    SIMPLE_OR_USEFUL,
    SIZE_VS_GENERALISATION,
    LEARNING_CURVE,
    DATASET_DIFFICULTY,
    SHORTCUT_ARM,
    PRIOR_EFFECT,
    EMBEDDING_VECTORS,
    CONCEPT_EFFECT,
    PROBE_CURVE,
    PRETRAINING_GAIN,
    PROBE_GAIN,
    SIMULATION_FRAMES,
    SURVEY_OBJECTS,
    EXPERIMENT_PROGRESS,
    FAILURES;

    public String viewName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statement as it is written: a line with the name of a kind of tables in braces is meant for each of them. */
    String statement() {
        return Resource.read("schemas/views/" + viewName() + ".sql").strip();
    }

    /**
     * The statement that creates the view over tables registered by name.
     *
     * @param shardTables the names of those that files gave their columns
     */
    String statement(Map<ShardKind, List<String>> shardTables) {
        return statement().lines().flatMap(line -> forEach(line, shardTables)).collect(Collectors.joining("\n"));
    }

    /** Whether it shows other tables when there are more. */
    boolean growsWithTables() {
        String statement = statement();
        return Stream.of(ShardKind.values()).anyMatch(kind -> statement.contains(placeholder(kind)));
    }

    private static Stream<String> forEach(String line, Map<ShardKind, List<String>> shardTables) {
        for (ShardKind kind : ShardKind.values()) {
            if (line.contains(placeholder(kind))) {
                return shardTables.getOrDefault(kind, List.of()).stream()
                        .map(name -> line.replace(placeholder(kind), name));
            }
        }
        return Stream.of(line);
    }

    private static String placeholder(ShardKind kind) {
        return "{" + kind + "}";
    }

    @Override
    public String toString() {
        return viewName();
    }
}
