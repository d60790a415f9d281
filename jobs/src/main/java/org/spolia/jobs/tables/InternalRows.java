package org.spolia.jobs.tables;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.QueryExecution;

/** Rows as Spark holds them, since it boxes every number of a row that it hands out. */
public final class InternalRows {
    private InternalRows() {}

    /** The rows of a query; a task may use one until it asks for the next. */
    public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        // Those of a batch of a stream are there already, and would be copied one by one.
        RDD<InternalRow> made = query.logical() instanceof LogicalRDD batch ? batch.rdd() : query.toRdd();
        return made.toJavaRDD();
    }
}
