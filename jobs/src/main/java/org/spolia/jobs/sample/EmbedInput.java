package org.spolia.jobs.sample;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.stream.RelationInput;
import org.spolia.jobs.tables.LongArrays;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Warehouse;

/**
 * A table of frames or objects, some of its files in each batch. Each file is complete and in order in a partition of
 * its own.
 *
 * @param table the table
 * @param columns the columns of the table that are read
 * @param filesOfBatch the number of files in a batch
 */
public record EmbedInput(ShardTable table, SampleColumns columns, int filesOfBatch) implements RelationInput {
    private static final String A_LOT = Long.toString(1L << 40);

    /**
     * Files are neither split, because the parts would depend on the number of slots, nor combined. Arrays are read by
     * page.
     */
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
