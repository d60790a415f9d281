package org.spolia.jobs.stream;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.tables.Relation;

/** Computed rows that wait to be written, with the resources that hold them until then. */
public interface BatchOutput extends AutoCloseable {
    Dataset<Row> rows(Relation output);

    @Override
    void close();
}
