package org.spolia.jobs.experience;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.jobs.tables.RecordRows;

/** Equations that trials found, with their errors on the training rows. */
public final class DiscoveredLaws {
    private DiscoveredLaws() {}

    /** The columns that identify an equation. */
    public static String[] key() {
        return new String[] {"trial_id", "complexity", "rank"};
    }

    /**
     * Returns the equations with scores.
     *
     * @param trials rows with trial_id and problem_id
     * @param candidates rows with the equations
     */
    public static List<DiscoveredLaw> of(Dataset<Row> trials, Dataset<Row> candidates, Dataset<Row> scores) {
        return candidates
                .select("trial_id", "complexity", "rank", "expression")
                .join(trials, "trial_id")
                .join(
                        scores.filter("model = 'law' AND split = 'train'")
                                .select("trial_id", "complexity", "rank", "nmse", "rows"),
                        key())
                .filter("nmse IS NOT NULL")
                .collectAsList()
                .stream()
                .map(row -> RecordRows.toRecord(row, DiscoveredLaw.class))
                .toList();
    }
}
