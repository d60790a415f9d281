package org.spolia.jobs.tables;

import java.util.Locale;

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
    EXPERIMENT_PROGRESS,
    FAILURES;

    public String viewName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statement that creates the view over tables registered by name. */
    String statement() {
        return Resource.read("schemas/views/" + viewName() + ".sql").strip();
    }

    @Override
    public String toString() {
        return viewName();
    }
}
