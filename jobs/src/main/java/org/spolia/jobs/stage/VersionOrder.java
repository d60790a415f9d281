package org.spolia.jobs.stage;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.row.ExperimentVersion;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * The order in which versions of experiments were requested, which views use. It is a counter, so no clock is needed.
 */
public final class VersionOrder {
    private VersionOrder() {}

    /** Makes a version the latest of its name. Writes nothing if it already is. */
    public static void makeLatest(Warehouse warehouse, String kind, String name, String experimentId) {
        warehouse.appendChosen(Table.EXPERIMENT_VERSIONS, seen -> next(warehouse, kind, name, experimentId));
    }

    /** The row that makes a version the latest; empty if it already is. */
    private static List<ExperimentVersion> next(Warehouse warehouse, String kind, String name, String experimentId) {
        long version = 0;
        if (!warehouse.state(Table.EXPERIMENT_VERSIONS).isNew()) {
            List<Row> latest = warehouse
                    .read(Table.EXPERIMENT_VERSIONS)
                    .filter(functions
                            .col("kind")
                            .equalTo(kind)
                            .and(functions.col("name").equalTo(name)))
                    .sort(functions.col("version").desc())
                    .limit(1)
                    .select("version", "experiment_id")
                    .collectAsList();
            for (Row row : latest) {
                if (row.getString(1).equals(experimentId)) {
                    return List.of();
                }
                version = row.getLong(0);
            }
        }
        return List.of(new ExperimentVersion(kind, name, version + 1, experimentId));
    }
}
