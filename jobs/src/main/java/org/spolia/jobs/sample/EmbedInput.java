package org.spolia.jobs.sample;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.pipeline.RelationInput;
import org.spolia.jobs.pipeline.Subject;
import org.spolia.jobs.tables.LongArrays;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Warehouse;

/**
 * A table of frames or objects, some files of it in each batch, each of them whole and in its order in a partition of its own.
 *
 * @param table that is read
 * @param columns of it
 * @param filesOfBatch how many files a batch has
 */
public record EmbedInput(ShardTable table, SampleColumns columns, int filesOfBatch) implements RelationInput {
    private static final String A_LOT = Long.toString(1L << 40);

    /** Files are neither cut, which would depend on the number of slots, nor put together, and arrays are read by their pages. */
    public static final Map<String, String> ONE_FILE_A_PARTITION = Map.of(
            "spark.sql.files.maxPartitionBytes",
            A_LOT,
            "spark.sql.files.openCostInBytes",
            A_LOT,
            LongArrays.BY_PAGES,
            "true");

    @Override
    public Dataset<Row> stream(Warehouse warehouse) {
        return warehouse.readFiles(table, filesOfBatch).select(columns.select(table.schema()));
    }

    @Override
    public Map<String, String> settings() {
        return ONE_FILE_A_PARTITION;
    }

    @Override
    public Subject subject() {
        return Subject.FILE;
    }
}
