package org.spolia.jobs.pipeline;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.tables.Warehouse;

/** What a row stage reads: rows that are only ever added to. */
public interface RowInput {
    /** What checkpoints and queries are called after. */
    String name();

    /** Another id under the same name means other rows, which the stage has not read, whatever its checkpoint says. */
    String id(Warehouse warehouse);

    /** Changes when rows may have come. */
    String mark(Warehouse warehouse);

    /** The rows as they come. */
    Dataset<Row> stream(Warehouse warehouse);

    /** What the session is told while the query starts, which then keeps it. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** What a task for some of the rows is about. */
    Subject subject();

    /** What is wrong when the id is not the one that the stage has read. */
    String identityMismatch(Warehouse warehouse, String stage);
}
