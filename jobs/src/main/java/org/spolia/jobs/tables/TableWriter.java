package org.spolia.jobs.tables;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Appends rows to tables, all of them in one commit or none. Rows have the columns of the table in order and meet its
 * constraints.
 */
interface TableWriter {

    /**
     * Appends the rows of a query.
     *
     * @param transaction the identity of this write. A write that the table has already is skipped; one without rows is
     * recorded
     */
    void append(Relation table, Dataset<Row> rows, Optional<Transaction> transaction);

    /** Appends rows of the driver. */
    void append(Relation table, List<Row> rows);
}
