package org.spolia.jobs.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

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

    /** Gives the files their name, in the place of whatever has it. Headers may be read, data not. */
    public void register(SparkSession spark) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.put("path", path);
        String list = all.entrySet().stream()
                .map(option -> Sql.literal(option.getKey()) + " " + Sql.literal(option.getValue()))
                .collect(Collectors.joining(", "));
        spark.sql("CREATE OR REPLACE TEMPORARY VIEW `" + name.replace("`", "``") + "` USING " + format + " OPTIONS ("
                + list + ")");
    }
}
