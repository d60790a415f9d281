package org.spolia.jobs.tables.stored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.tables.Sql;

/**
 * Files of a format that Spark knows as a table of the session.
 *
 * @param name of the table
 * @param format by its short name
 * @param options of the format
 */
public record FileView(String name, String format, String path, Map<String, String> options) {
    public FileView {
        options = new LinkedHashMap<>(options);
    }

    /** The same with another option. */
    public FileView with(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new FileView(name, format, path, more);
    }

    /** The options with the path among them. */
    public Map<String, String> allOptions() {
        return with("path", path).options();
    }

    /** The rows of the files, with these columns. */
    public Dataset<Row> read(SparkSession spark, StructType columns) {
        return spark.read().format(format).schema(columns).options(options).load(path);
    }

    /** The rows of Parquet files, with these columns. */
    public static Dataset<Row> parquet(SparkSession spark, List<String> paths, StructType columns) {
        return spark.read().schema(columns).parquet(paths.toArray(String[]::new));
    }

    /** The rows of the files as they come. */
    public Dataset<Row> stream(SparkSession spark) {
        return spark.readStream().format(format).options(options).load(path);
    }

    /** Gives the files their name, in the place of whatever has it. Headers may be read, data not. */
    public void register(SparkSession spark) {
        String list = allOptions().entrySet().stream()
                .map(option -> Sql.literal(option.getKey()) + " " + Sql.literal(option.getValue()))
                .collect(Collectors.joining(", "));
        spark.sql("CREATE OR REPLACE TEMPORARY VIEW " + org.spolia.symbolic.export.Sql.quoted(name) + " USING " + format
                + " OPTIONS (" + list + ")");
    }
}
