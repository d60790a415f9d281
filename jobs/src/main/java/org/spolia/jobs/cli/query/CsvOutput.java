package org.spolia.jobs.cli.query;

import java.io.PrintStream;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.experiment.data.SpreadsheetText;

/**
 * Prints all rows of a result as CSV: doubles with enough digits to keep their bits, nested values as JSON, NULL as an
 * empty field.
 */
final class CsvOutput {
    private CsvOutput() {}

    /** Prints all rows, and returns their number. */
    static long print(Dataset<Row> result, PrintStream out) {
        out.println(line(result.columns()));
        return CellTexts.forEach(result, cells -> out.println(line(cells)));
    }

    private static String line(String[] cells) {
        return String.join(",", Arrays.stream(cells).map(SpreadsheetText::cell).toList());
    }
}
