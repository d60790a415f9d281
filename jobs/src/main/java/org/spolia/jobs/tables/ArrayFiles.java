package org.spolia.jobs.tables;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How rows with long arrays lie in Parquet. A reader decodes up to 4096 rows at once, which for tiles of 65 536 values is 1 GB a column,
 * but never more than a row group, so that groups are small; and a writer looks at how large a group has become after a few rows. Real
 * numbers in arrays hardly repeat, and to look for those that do took a third of the writer's time; nobody asks for their extremes either.
 */
final class ArrayFiles {
    private static final Map<String, String> GROUPS =
            Map.of("parquet.block.size", Integer.toString(32 << 20), "parquet.page.size.row.check.min", "8");

    private static final String LEVEL = "parquet.compression.codec.zstd.level";

    /** In fields the usual level finds up to half more, in vectors of a network 2 percent, for three times the work. */
    private static final String LEVEL_OF_VECTORS = "1";

    private ArrayFiles() {}

    static DataFrameWriter<Row> compressed(DataFrameWriter<Row> writer) {
        return writer.option("compression", "zstd");
    }

    /** Writes so, one table at a time: Delta takes no options of Parquet but from the session. */
    static synchronized void write(SparkSession spark, Relation table, StructType schema, Runnable save) {
        Map<String, String> settings = settings(schema);
        if (table == Table.EMBEDDINGS) {
            settings.put(LEVEL, LEVEL_OF_VECTORS);
        }
        settings.forEach((key, value) -> spark.conf().set(key, value));
        try {
            save.run();
        } finally {
            settings.keySet().forEach(key -> spark.conf().unset(key));
        }
    }

    private static Map<String, String> settings(StructType schema) {
        Map<String, String> settings = new TreeMap<>(GROUPS);
        for (StructField field : schema.fields()) {
            if (field.dataType() instanceof ArrayType array && isReal(array.elementType())) {
                String numbers = "#" + field.name() + ".list.element";
                settings.put("parquet.enable.dictionary" + numbers, "false");
                settings.put("parquet.column.statistics.enabled" + numbers, "false");
                settings.put("parquet.size.statistics.enabled" + numbers, "false");
            }
        }
        return settings;
    }

    private static boolean isReal(DataType type) {
        return type instanceof FloatType || type instanceof DoubleType;
    }
}
