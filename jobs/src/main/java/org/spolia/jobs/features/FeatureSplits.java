package org.spolia.jobs.features;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.jobs.condition.RowColumns;

/**
 * Assigns the rows of a table to the splits of a problem: each row belongs to the first split whose condition it meets.
 */
final class FeatureSplits {
    /** The column of the split. Columns of files never have this name. */
    static final String COLUMN = "_part";

    private FeatureSplits() {}

    /** Returns the rows that belong to a split. */
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
     * Returns the work items with such rows, once for each split.
     *
     * @param keys the columns that identify an item
     */
    static List<Row> parts(FeatureProblem problem, Dataset<Row> rows, String... keys) {
        return of(problem, rows).select(COLUMN, keys).distinct().collectAsList();
    }

    private static Column condition(FeatureProblem problem, String key, String text, Dataset<Row> rows) {
        return RowColumns.of("Problem '" + problem.id() + "': " + key, text, rows);
    }
}
