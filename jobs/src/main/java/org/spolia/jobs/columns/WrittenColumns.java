package org.spolia.jobs.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The columns of a file to write: arrays of floating-point numbers, which this package writes, and all other columns,
 * which Parquet's own writer writes.
 *
 * @param schema all columns in Spark's types
 * @param arrays the positions of the arrays in the schema
 */
record WrittenColumns(StructType schema, List<Integer> arrays) {

    static WrittenColumns of(StructType schema) {
        List<Integer> arrays = new ArrayList<>();
        for (int i = 0; i < schema.length(); i++) {
            if (element(schema.apply(i)).isPresent()) {
                arrays.add(i);
            }
        }
        return new WrittenColumns(schema, List.copyOf(arrays));
    }

    private static Optional<Element> element(StructField field) {
        return Element.of(field.dataType()).filter(Element::isReal);
    }

    /** The type of a file in Spark's layout. */
    MessageType type(Configuration configuration) {
        return new SparkToParquetSchemaConverter(configuration).convert(schema);
    }

    /** The columns that Parquet writes. */
    StructType others() {
        return new StructType(otherPlaces().stream().map(schema::apply).toArray(StructField[]::new));
    }

    private List<Integer> otherPlaces() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < schema.length(); i++) {
            if (!arrays.contains(i)) {
                places.add(i);
            }
        }
        return places;
    }

    /** A view of rows with only the columns that Parquet writes. */
    ProjectingInternalRow othersOfRows() {
        List<Object> places = new ArrayList<>(otherPlaces());
        return new ProjectingInternalRow(
                others(), CollectionConverters.asScala(places).toIndexedSeq());
    }

    /** Returns the writers of the arrays of a row group, in the order of their places. */
    List<ArrayWriter> writers(MessageType type, PageWriteStore group) {
        List<ArrayWriter> writers = new ArrayList<>();
        for (int place : arrays) {
            StructField field = schema.apply(place);
            Type list = type.getType(field.name());
            ColumnDescriptor column = type.getColumns().stream()
                    .filter(leaf -> leaf.getPath()[0].equals(field.name()))
                    .findFirst()
                    .orElseThrow();
            writers.add(new ArrayWriter(
                    column,
                    group.getPageWriter(column),
                    element(field).orElseThrow(),
                    list.isRepetition(Type.Repetition.OPTIONAL) ? 1 : 0));
        }
        return writers;
    }

    /**
     * Checks that a row has a value in every column that is not nullable.
     *
     * @throws IllegalArgumentException if a value is missing, with the name of the column
     */
    void requireValues(InternalRow row) {
        for (int i = 0; i < schema.length(); i++) {
            StructField field = schema.apply(i);
            if (!field.nullable() && row.isNullAt(i)) {
                throw new IllegalArgumentException("Column " + field.name() + " of a row is NULL, but needs a value");
            }
        }
    }
}
