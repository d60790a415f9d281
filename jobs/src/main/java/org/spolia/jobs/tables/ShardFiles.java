package org.spolia.jobs.tables;

import java.util.Map;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How rows with long arrays lie in Parquet. A reader decodes up to 4096 rows at once, which for tiles of 65 536 values is 1 GB a column,
 * but never more than a row group, so that groups are small; and a writer looks at how large a group has become after a few rows.
 */
final class ShardFiles {
    private static final Map<String, String> GROUPS =
            Map.of("parquet.block.size", Integer.toString(32 << 20), "parquet.page.size.row.check.min", "8");

    private ShardFiles() {}

    static DataFrameWriter<Row> compressed(DataFrameWriter<Row> writer) {
        return writer.option("compression", "zstd");
    }

    /** Writes with such groups. Delta takes no options of Parquet but from the session. */
    static void write(SparkSession spark, Runnable save) {
        GROUPS.forEach((key, value) -> spark.conf().set(key, value));
        try {
            save.run();
        } finally {
            GROUPS.keySet().forEach(key -> spark.conf().unset(key));
        }
    }
}
