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
 * Files of a format that Spark supports, as a table of the session.
 *
 * @param name the name of the table
 * @param format the short name of the format
 * @param path a file or folder
 * @param options the options of the format
 */
public record FileView(String name, String format, String path, Map<String, String> options) {
    public FileView {
        options = new LinkedHashMap<>(options);
    }

    /** Returns a copy with another option. */
    public FileView with(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new FileView(name, format, path, more);
    }

    /** The options including the path. */
    public Map<String, String> allOptions() {
        return with("path", path).options();
    }

    /** Reads the rows of the files, with these columns. */
    public Dataset<Row> read(SparkSession spark, StructType columns) {
        return spark.read().format(format).schema(columns).options(options).load(path);
    }

    /** Reads the rows of Parquet files, with these columns. */
    public static Dataset<Row> parquet(SparkSession spark, List<String> paths, StructType columns) {
        return spark.read().schema(columns).parquet(paths.toArray(String[]::new));
    }

    /** Reads the rows of the files as a stream. */
    public Dataset<Row> stream(SparkSession spark) {
        return spark.readStream().format(format).options(options).load(path);
    }

    /**
     * Registers the name of the files, and replaces an existing table of that name. Reads headers at most, and no data.
     */
    public void register(SparkSession spark) {
        String list = allOptions().entrySet().stream()
                .map(option -> Sql.literal(option.getKey()) + " " + Sql.literal(option.getValue()))
                .collect(Collectors.joining(", "));
        spark.sql("CREATE OR REPLACE TEMPORARY VIEW " + org.spolia.symbolic.export.Sql.quoted(name) + " USING " + format
                + " OPTIONS (" + list + ")");
    }
}
