package org.spolia.jobs.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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
import org.spolia.experiment.data.SpreadsheetText;
import org.spolia.symbolic.expression.Decimal;

/** Prints a result as CSV: all rows, doubles in the digits that keep their bits, nested values as JSON, NULL as nothing. */
final class CsvOutput {
    private CsvOutput() {}

    static void print(Dataset<Row> result, PrintStream out) {
        out.println(String.join(
                ",", Arrays.stream(result.columns()).map(SpreadsheetText::cell).toList()));
        for (Iterator<Row> rows = flat(result).toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.length(); column++) {
                cells.add(row.isNullAt(column) ? "" : cell(row.get(column)));
            }
            out.println(String.join(",", cells));
        }
    }

    private static Dataset<Row> flat(Dataset<Row> result) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : result.schema().fields()) {
            Column column = result.col("`" + field.name().replace("`", "``") + "`");
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

    private static String cell(Object value) {
        return value instanceof Double number ? Decimal.shortest(number) : SpreadsheetText.cell(value.toString());
    }
}
