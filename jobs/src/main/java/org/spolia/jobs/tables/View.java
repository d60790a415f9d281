package org.spolia.jobs.tables;

import java.util.Locale;

/** The views, each a statement of {@code schemas/views} that Spark and DuckDB both understand. */
public enum View {
    LEADERBOARD,
    BEST_EQUATION,
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
