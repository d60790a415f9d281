package org.spolia.jobs.tables;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The tables, in the order in which they are created. Each has one statement in {@code schemas/tables}, which is its whole definition. */
public enum Table implements Relation {
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
    OPERATOR_UTILITY,
    OPERATOR_TRANSFER,
    COST_AUC,
    SET_COMPARISONS,
    CONCEPTS,
    PROBE_SCORES,
    ENCODER_SIMILARITY,
    RETRIEVED_SAMPLES,
    ATTEMPTS;

    /** Read when it is first asked for: Spark's parser takes a second to load. */
    @SuppressWarnings("ImmutableEnumChecker") // It goes from nothing to what the jar says, once.
    private volatile @Nullable Definition definition;

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

    Definition definition() {
        Definition known = definition;
        if (known == null) {
            known = Definition.parse(Resource.read("schemas/tables/" + tableName() + ".sql"));
            definition = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return tableName();
    }
}
