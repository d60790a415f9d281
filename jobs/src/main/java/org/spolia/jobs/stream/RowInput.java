package org.spolia.jobs.stream;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.tables.Warehouse;

/** The input of a row stage: rows that are only appended. */
public interface RowInput {
    /** The name that checkpoints and queries use. */
    String name();

    /**
     * The id of the rows. If it differs under the same name, the stage has not read these rows, whatever its checkpoint
     * records.
     */
    String id(Warehouse warehouse);

    /** A value that changes when rows may have been added. */
    String mark(Warehouse warehouse);

    /** Returns the rows as a stream. */
    Dataset<Row> stream(Warehouse warehouse);

    /** Settings of the session while the query starts; the query keeps them. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** What the work items made from these rows are. */
    Subject subject();

    /** Describes the mismatch when the id differs from the one that the stage has read. */
    String identityMismatch(Warehouse warehouse, String stage);
}
