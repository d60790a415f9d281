package org.spolia.jobs.tables;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/** Rows in Spark's internal form, because Spark boxes every number when it converts a row. */
public final class InternalRows {
    private InternalRows() {}

    /** Returns the rows of a query. A row is valid until the task requests the next one. */
    public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        // The rows of a stream's batch exist already, and would be copied one by one.
        RDD<InternalRow> made = query.logical() instanceof LogicalRDD batch ? batch.rdd() : query.toRdd();
        return made.toJavaRDD();
    }

    /** Returns the rows as a data set. They must fit the schema, which is not checked. */
    public static Dataset<Row> dataset(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows.rdd(), schema, false);
    }

    /** Converts rows of any schema. */
    static List<InternalRow> of(List<Row> rows, StructType schema) {
        Function1<Object, Object> converter = CatalystTypeConverters.createToCatalystConverter(schema);
        return rows.stream().map(row -> (InternalRow) converter.apply(row)).toList();
    }

    /** Converts a row of numbers, texts, and arrays of floats or shorts. */
    public static InternalRow of(Row row) {
        @Nullable Object[] values = new @Nullable Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = internal(row.get(i));
        }
        return new GenericInternalRow(values);
    }

    private static @Nullable Object internal(@Nullable Object value) {
        if (value instanceof String text) {
            return UTF8String.fromString(text);
        }
        if (value instanceof float[] numbers) {
            return UnsafeArrayData.fromPrimitiveArray(numbers);
        }
        if (value instanceof short[] numbers) {
            return UnsafeArrayData.fromPrimitiveArray(numbers);
        }
        if (value == null || value instanceof Number) {
            return value;
        }
        throw new IllegalArgumentException("A row has a " + value.getClass().getSimpleName());
    }
}
