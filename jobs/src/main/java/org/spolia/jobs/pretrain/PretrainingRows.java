package org.spolia.jobs.pretrain;

import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.jobs.condition.RowColumns;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;

/** The training rows that an entry of 'pretraining' selects from a table. */
final class PretrainingRows {
    private PretrainingRows() {}

    /**
     * Returns the rows at the version that a summary reads.
     *
     * @throws ExperimentException if 'where' does not fit the table
     */
    static Dataset<Row> of(PretrainingConfig config, ShardTable table, Summary summary) {
        Dataset<Row> all = summary.read(table);
        Dataset<Row> rows = table.kind() == ShardKind.SIMULATIONS
                ? all.filter(functions.col("split").isInCollection(config.splits()))
                : all;
        if (config.where().isEmpty()) {
            return rows;
        }
        try {
            return rows.filter(RowColumns.of("Pretraining '" + config.name() + "': where", config.where(), rows));
        } catch (Exception e) {
            throw mistake(config, table, e);
        }
    }

    private static RuntimeException mistake(PretrainingConfig config, ShardTable table, Exception e) {
        if (e instanceof AnalysisException) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new ExperimentException(
                    "Pretraining '" + config.name() + "': 'where' does not fit table " + table + ": " + problem, e);
        }
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
}
