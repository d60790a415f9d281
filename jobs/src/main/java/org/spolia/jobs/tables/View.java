package org.spolia.jobs.tables;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views, in order of their dependencies. Each is a statement of {@code schemas/views} that both Spark and DuckDB
 * understand. A view whose name ends with {@code _all} shows every version of each experiment, and the view before it
 * only the latest version.
 */
public enum View {
    EARLIER_VERSIONS,
    LATEST_EXPERIMENTS,
    LATEST_TRIALS,
    LATEST_PROBE_SCORES,
    TRIAL_SETS,
    TRIAL_SETS_ALL,
    MODEL_SCORES,
    MODEL_SCORES_ALL,
    LEADERBOARD,
    LEADERBOARD_ALL,
    BEST_EQUATION,
    BEST_EQUATION_ALL,
    OPERATOR_EFFECT,
    OPERATOR_EFFECT_ALL,
    OPERATOR_UTILITY_RANKED,
    OPERATOR_UTILITY_RANKED_ALL,
    SET_COMPARISON,
    SET_COMPARISON_ALL,
    TRANSFER,
    TRANSFER_ALL,
    SIMPLE_OR_USEFUL,
    SIMPLE_OR_USEFUL_ALL,
    SIZE_VS_GENERALISATION,
    SIZE_VS_GENERALISATION_ALL,
    LEARNING_CURVE,
    LEARNING_CURVE_ALL,
    DATASET_DIFFICULTY,
    DATASET_DIFFICULTY_ALL,
    SHORTCUT_ARM,
    SHORTCUT_ARM_ALL,
    PRIOR_EFFECT,
    PRIOR_EFFECT_ALL,
    EMBEDDING_VECTORS,
    CONCEPT_EFFECT,
    CONCEPT_EFFECT_ALL,
    PROBE_CURVE,
    PROBE_CURVE_ALL,
    PRETRAINING_GAIN,
    PRETRAINING_GAIN_ALL,
    PROBE_GAIN,
    PROBE_GAIN_ALL,
    SIMULATION_FRAMES,
    SURVEY_OBJECTS,
    LAW_ALARMS,
    EXPERIMENT_PROGRESS,
    EXPERIMENT_PROGRESS_ALL,
    FAILURES;

    private static final String ALL = "_all";
    private static final String LATEST = "latest_";
    private static final Pattern WORD = Pattern.compile("\\w+");

    public String viewName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it shows every version of each experiment. */
    boolean isOfAllVersions() {
        return viewName().endsWith(ALL);
    }

    /**
     * The statement of the file. A line with the name of a kind of tables in braces is repeated for each table of this
     * kind.
     */
    public String statement() {
        if (!isOfAllVersions()) {
            return Resource.read("schemas/views/" + viewName() + ".sql").strip();
        }
        String latest = viewName().substring(0, viewName().length() - ALL.length());
        return WORD.matcher(Resource.read("schemas/views/" + latest + ".sql").strip())
                .replaceAll(word -> ofAllVersions(word.group()));
    }

    /** The replacement of a name in a statement that shows every version. */
    private static String ofAllVersions(String name) {
        if (name.startsWith(LATEST)) {
            return name.substring(LATEST.length());
        }
        String all = name + ALL;
        return Stream.of(values()).anyMatch(view -> view.viewName().equals(all)) ? all : name;
    }

    /**
     * Returns the statement that creates the view over registered tables.
     *
     * @param kind its beginning, such as {@code CREATE VIEW}
     * @param shardTables the names of the tables whose columns come from files
     */
    public String statement(String kind, Map<ShardKind, List<String>> shardTables) {
        return statement()
                .replaceFirst("(?m)^CREATE VIEW ", kind + " ")
                .lines()
                .flatMap(line -> forEach(line, shardTables))
                .collect(Collectors.joining("\n"));
    }

    /** Returns whether it includes further tables when they are created. */
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
