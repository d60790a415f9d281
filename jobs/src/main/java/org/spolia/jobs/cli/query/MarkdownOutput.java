package org.spolia.jobs.cli.query;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Prints a result as a Markdown table. */
final class MarkdownOutput {
    private MarkdownOutput() {}

    /** Prints all rows, and returns their number. */
    static long print(Dataset<Row> result, PrintStream out) {
        out.println(line(List.of(result.columns())));
        out.println("|" + " --- |".repeat(result.columns().length));
        return CellTexts.forEach(result, cells -> out.println(line(Arrays.asList(cells))));
    }

    private static String line(List<String> cells) {
        return "| "
                + String.join(
                        " | ",
                        cells.stream()
                                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                                .toList())
                + " |";
    }
}
