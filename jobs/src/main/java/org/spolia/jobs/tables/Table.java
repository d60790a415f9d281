package org.spolia.jobs.tables;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/** The tables, in the order in which they are created. Each has one statement in {@code schemas/tables}, which is its whole definition. */
public enum Table implements Relation {
    SHARD_FILES,
    FIELD_MOMENTS,
    SIMULATION_AXES,
    DATASET_STATISTICS,
    SKY_MATCHES,
    PRETRAININGS,
    ENCODERS,
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
    OPERATOR_UTILITY,
    OPERATOR_TRANSFER,
    COST_AUC,
    SET_COMPARISONS,
    CONCEPTS,
    PROBE_SCORES,
    ENCODER_SIMILARITY,
    RETRIEVED_SAMPLES,
    ATTEMPTS;

    @SuppressWarnings("Immutable") // Spark's StructType never changes; only Error Prone cannot see it.
    private final Definition definition = Definition.parse(Resource.read("schemas/tables/" + tableName() + ".sql"));

    @Override
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String folderName() {
        return tableName();
    }

    @Override
    public StructType schema() {
        return definition.schema();
    }

    @Override
    public List<String> key() {
        return definition.key();
    }

    @Override
    public boolean inDigest() {
        return definition.inDigest();
    }

    Definition definition() {
        return definition;
    }

    @Override
    public String toString() {
        return tableName();
    }
}
