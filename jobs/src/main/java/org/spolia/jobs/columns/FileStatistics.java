package org.spolia.jobs.columns;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.binding.CanonicalJson;

/**
 * The statistics of columns in a file's footer, in the form that Delta uses to skip files.
 *
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md#per-file-statistics">per-file statistics</a>
 */
final class FileStatistics {
    private static final Set<PrimitiveTypeName> NUMBERS = EnumSet.of(
            PrimitiveTypeName.INT32, PrimitiveTypeName.INT64, PrimitiveTypeName.FLOAT, PrimitiveTypeName.DOUBLE);

    private FileStatistics() {}

    static long rows(ParquetMetadata file) {
        return file.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
    }

    /**
     * Returns the number of rows, and for these columns the number of NULLs and the minimum and maximum of numbers and
     * texts.
     */
    static String json(ParquetMetadata file, Collection<String> columns) {
        Map<String, Object> least = new HashMap<>();
        Map<String, Object> greatest = new HashMap<>();
        Map<String, Object> missing = new HashMap<>();
        for (String column : columns) {
            Statistics<?> statistics = of(file, column);
            if (statistics != null && statistics.isNumNullsSet()) {
                missing.put(column, statistics.getNumNulls());
                if (statistics.hasNonNullValue() && isNumberOrText(statistics.type())) {
                    put(least, column, statistics.genericGetMin());
                    put(greatest, column, statistics.genericGetMax());
                }
            }
        }
        return CanonicalJson.of(
                Map.of("numRecords", rows(file), "minValues", least, "maxValues", greatest, "nullCount", missing));
    }

    private static @Nullable Statistics<?> of(ParquetMetadata file, String column) {
        Statistics<?> all = null;
        for (BlockMetaData group : file.getBlocks()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (chunk.getPath().equals(ColumnPath.get(column))) {
                    Statistics<?> statistics = chunk.getStatistics();
                    if (all == null) {
                        all = statistics.copy();
                    } else {
                        all.mergeStatistics(statistics);
                    }
                }
            }
        }
        return all;
    }

    /** Dates, times and decimals are numbers with a meaning, which Delta writes in other ways. */
    private static boolean isNumberOrText(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return meaning == null
                ? NUMBERS.contains(type.getPrimitiveTypeName())
                : meaning instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation
                        || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation;
    }

    /** JSON cannot represent numbers that are not finite. */
    private static void put(Map<String, Object> values, String column, Object value) {
        if (value instanceof Binary text) {
            values.put(column, text.toStringUsingUTF8());
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            values.put(column, number);
        }
    }
}
