package org.spolia.jobs.cli.query;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.symbolic.export.Sql;

/** Prints a result as a JSON array, with an object for each row on a separate line. */
final class JsonOutput {
    private JsonOutput() {}

    /** Prints all rows, and returns their number. */
    static long print(Dataset<Row> result, PrintStream out) {
        Column[] columns = Arrays.stream(result.columns())
                .map(name -> result.col(Sql.quoted(name)))
                .toArray(Column[]::new);
        Iterator<String> objects = result.select(
                        functions.to_json(functions.struct(columns), Map.of("ignoreNullFields", "false")))
                .as(Encoders.STRING())
                .toLocalIterator();
        long rows = 0;
        out.print("[");
        while (objects.hasNext()) {
            out.print((rows == 0 ? "\n" : ",\n") + objects.next());
            rows++;
        }
        out.println("\n]");
        return rows;
    }
}
