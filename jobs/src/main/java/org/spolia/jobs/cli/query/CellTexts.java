package org.spolia.jobs.cli.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Decimal;

/**
 * The cells of a result as texts: doubles with enough digits to keep their bits, nested values as JSON, NULL as an
 * empty text.
 */
final class CellTexts {
    private CellTexts() {}

    /** Passes each row to a consumer, and returns the number of rows. */
    static long forEach(Dataset<Row> result, Consumer<String[]> consumer) {
        long count = 0;
        for (Iterator<Row> rows = flat(result).toLocalIterator(); rows.hasNext(); count++) {
            Row row = rows.next();
            String[] cells = new String[row.length()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = row.isNullAt(column) ? "" : text(row.get(column));
            }
            consumer.accept(cells);
        }
        return count;
    }

    private static Dataset<Row> flat(Dataset<Row> result) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : result.schema().fields()) {
            Column column = result.col(Sql.quoted(field.name()));
            if (isNested(field.dataType())) {
                columns.add(functions.to_json(column).as(field.name()));
            } else if (field.dataType() instanceof DoubleType) {
                columns.add(column);
            } else {
                columns.add(column.cast("string").as(field.name()));
            }
        }
        return result.select(columns.toArray(new Column[0]));
    }

    private static boolean isNested(DataType type) {
        return type instanceof ArrayType || type instanceof MapType || type instanceof StructType;
    }

    private static String text(Object value) {
        return value instanceof Double number ? Decimal.shortest(number) : value.toString();
    }
}
