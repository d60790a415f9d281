package org.spolia.jobs.cli.query;

import java.io.PrintStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Prints a result as a table, drawn by Spark. */
final class TableOutput {
    /** The column names, and three lines of dashes around them and the rows. */
    private static final int LINES_WITHOUT_ROWS = 4;

    private TableOutput() {}

    /** Prints at most {@code rows} rows, and returns their number. */
    static long print(Dataset<Row> result, int rows, int width, PrintStream out) {
        String table = ((org.apache.spark.sql.classic.Dataset<Row>) result).showString(rows, width, false);
        out.println(table);
        return table.lines()
                        .filter(line -> line.startsWith("|") || line.startsWith("+"))
                        .count()
                - LINES_WITHOUT_ROWS;
    }
}
