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

/** Rows as Spark holds them, since it boxes every number of a row that it hands out or takes in. */
public final class InternalRows {
    private InternalRows() {}

    /** The rows of a query; a task may use one until it asks for the next. */
    public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        // Those of a batch of a stream are there already, and would be copied one by one.
        RDD<InternalRow> made = query.logical() instanceof LogicalRDD batch ? batch.rdd() : query.toRdd();
        return made.toJavaRDD();
    }

    /** The rows as those of a query; they fit the schema, which nobody checks. */
    public static Dataset<Row> dataset(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows.rdd(), schema, false);
    }

    /** Rows of a schema, whatever its types. */
    static List<InternalRow> of(List<Row> rows, StructType schema) {
        Function1<Object, Object> converter = CatalystTypeConverters.createToCatalystConverter(schema);
        return rows.stream().map(row -> (InternalRow) converter.apply(row)).toList();
    }

    /** A row of numbers, texts, and arrays of floats or shorts. */
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
