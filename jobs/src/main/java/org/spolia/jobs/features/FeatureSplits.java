package org.spolia.jobs.features;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.jobs.condition.RowColumns;

/** Deals the rows of a table out to the splits of a problem: each belongs to the first one whose condition it meets. */
final class FeatureSplits {
    /** The column with the split, called so that no column of a file is. */
    static final String COLUMN = "_part";

    private FeatureSplits() {}

    /** The rows that belong to some split. */
    static Dataset<Row> of(FeatureProblem problem, Dataset<Row> rows) {
        Column split = functions.when(condition(problem, "train", problem.train(), rows), Split.TRAIN.label());
        if (!problem.test().isBlank()) {
            split = split.when(condition(problem, "test", problem.test(), rows), Split.TEST.label());
        }
        if (!problem.ood().isBlank()) {
            split = split.when(condition(problem, "ood", problem.ood(), rows), Split.OOD.label());
        }
        return rows.withColumn(COLUMN, split).filter(functions.col(COLUMN).isNotNull());
    }

    /**
     * The units of work that have such rows, each once for each split.
     *
     * @param keys the columns that name a unit
     */
    static List<Row> parts(FeatureProblem problem, Dataset<Row> rows, String... keys) {
        return of(problem, rows).select(COLUMN, keys).distinct().collectAsList();
    }

    private static Column condition(FeatureProblem problem, String key, String text, Dataset<Row> rows) {
        return RowColumns.of("Problem '" + problem.id() + "': " + key, text, rows);
    }
}
