package org.spolia.jobs.tables;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * A table of a warehouse. One statement, {@code schemas/tables/NAME.sql} on the class path, is its whole definition.
 *
 * @param tableName its name in SQL, in lower case
 */
public record Table(String tableName) implements Relation, Serializable {
    public static final Table SHARD_FILES = new Table("shard_files");
    public static final Table FIELD_MOMENTS = new Table("field_moments");
    public static final Table SIMULATION_AXES = new Table("simulation_axes");
    public static final Table DATASET_STATISTICS = new Table("dataset_statistics");
    public static final Table SKY_MATCHES = new Table("sky_matches");
    public static final Table PRETRAININGS = new Table("pretrainings");
    public static final Table ENCODERS = new Table("encoders");
    public static final Table ENCODER_SETTINGS = new Table("encoder_settings");
    public static final Table EMBEDDINGS = new Table("embeddings");
    public static final Table FEATURES = new Table("features");
    public static final Table EXPERIMENTS = new Table("experiments");
    public static final Table EXPERIMENT_VERSIONS = new Table("experiment_versions");
    public static final Table PROBLEMS = new Table("problems");
    public static final Table OPERATOR_SETS = new Table("operator_sets");
    public static final Table EXPERIMENT_SETS = new Table("experiment_sets");
    public static final Table OBSERVATIONS = new Table("observations");
    public static final Table EXPERIMENT_TRIALS = new Table("experiment_trials");
    public static final Table TRIALS = new Table("trials");
    public static final Table CANDIDATES = new Table("candidates");
    public static final Table SCORES = new Table("scores");
    public static final Table WATCHED_LAWS = new Table("watched_laws");
    public static final Table LAW_WINDOWS = new Table("law_windows");
    public static final Table OPERATOR_UTILITY = new Table("operator_utility");
    public static final Table OPERATOR_TRANSFER = new Table("operator_transfer");
    public static final Table COST_AUC = new Table("cost_auc");
    public static final Table SET_COMPARISONS = new Table("set_comparisons");
    public static final Table CONCEPTS = new Table("concepts");
    public static final Table LAW_MONITOR = new Table("law_monitor");
    public static final Table PROBE_SCORES = new Table("probe_scores");
    public static final Table ENCODER_SIMILARITY = new Table("encoder_similarity");
    public static final Table RETRIEVED_SAMPLES = new Table("retrieved_samples");
    public static final Table ATTEMPTS = new Table("attempts");

    /** In the order of creation. */
    private static final List<Table> BUILT_IN = List.of(
            SHARD_FILES,
            FIELD_MOMENTS,
            SIMULATION_AXES,
            DATASET_STATISTICS,
            SKY_MATCHES,
            PRETRAININGS,
            ENCODERS,
            ENCODER_SETTINGS,
            EMBEDDINGS,
            FEATURES,
            EXPERIMENTS,
            EXPERIMENT_VERSIONS,
            PROBLEMS,
            OPERATOR_SETS,
            EXPERIMENT_SETS,
            OBSERVATIONS,
            EXPERIMENT_TRIALS,
            TRIALS,
            CANDIDATES,
            SCORES,
            WATCHED_LAWS,
            LAW_WINDOWS,
            OPERATOR_UTILITY,
            OPERATOR_TRANSFER,
            COST_AUC,
            SET_COMPARISONS,
            CONCEPTS,
            LAW_MONITOR,
            PROBE_SCORES,
            ENCODER_SIMILARITY,
            RETRIEVED_SAMPLES,
            ATTEMPTS);

    /** The tables of the built-in stages. */
    public static Table[] builtIn() {
        return BUILT_IN.toArray(Table[]::new);
    }

    /** All tables in the order of creation: tables of the built-in stages, then tables of other stages. */
    public static Table[] values() {
        return KnownTables.ALL.toArray(Table[]::new);
    }

    @Override
    public String folderName() {
        return tableName();
    }

    @Override
    public StructType schema() {
        return definition().schema();
    }

    @Override
    public List<String> key() {
        return definition().key();
    }

    @Override
    public boolean inDigest() {
        return definition().inDigest();
    }

    public Definition definition() {
        return Definition.of(this);
    }

    @Override
    public String toString() {
        return tableName();
    }
}
