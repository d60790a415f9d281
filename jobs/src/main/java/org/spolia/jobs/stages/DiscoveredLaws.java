package org.spolia.jobs.stages;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.jobs.tables.RecordRows;

/** Laws that trials found, with their errors on the training rows. */
final class DiscoveredLaws {
    /** What names a law. */
    static final String[] LAW = {"trial_id", "complexity", "rank"};

    private DiscoveredLaws() {}

    /**
     * The laws that have scores.
     *
     * @param trials with trial_id and problem_id
     * @param candidates of which the laws are taken
     */
    static List<DiscoveredLaw> of(Dataset<Row> trials, Dataset<Row> candidates, Dataset<Row> scores) {
        return candidates
                .select("trial_id", "complexity", "rank", "expression")
                .join(trials, "trial_id")
                .join(
                        scores.filter("model = 'law' AND split = 'train'")
                                .select("trial_id", "complexity", "rank", "nmse", "rows"),
                        LAW)
                .filter("nmse IS NOT NULL")
                .collectAsList()
                .stream()
                .map(row -> RecordRows.toRecord(row, DiscoveredLaw.class))
                .toList();
    }
}
