package org.spolia.jobs.tables;

import java.util.List;
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
     * @throws org.apache.spark.sql.delta.DeltaConcurrentModificationException if another writer breaks the condition
     */
    void append(Relation table, Dataset<Row> rows, Condition condition);

    /**
     * Appends rows of the driver.
     *
     * @throws org.apache.spark.sql.delta.DeltaConcurrentModificationException if another writer breaks the condition
     */
    void append(Relation table, List<Row> rows, Condition condition);
}
