package org.spolia.jobs.source;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A read of some columns of a table, with what was pushed into it. */
final class FileScan implements SupportsReportStatistics, Batch {
    private final FileTable table;
    private final StructType columns;
    private final FileChoice choice;
    private final long mostRows;
    private @Nullable List<Slice> planned;

    FileScan(FileTable table, StructType columns, FileChoice choice, long mostRows) {
        this.table = table;
        this.columns = columns;
        this.choice = choice;
        this.mostRows = mostRows;
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    @Override
    public String description() {
        return table.name() + choice;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public MicroBatchStream toMicroBatchStream(String checkpointLocation) {
        return FileStream.open(table.files(), new ContentsReading(table.files(), columns), checkpointLocation);
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return table.files().partitions(slices());
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return SliceReaderFactory.of(table.files(), columns, choice.selection());
    }

    @Override
    public Statistics estimateStatistics() {
        long rows = slices().stream().mapToLong(Slice::rows).sum();
        long bytes = slices().stream().mapToLong(Slice::bytes).sum();
        return new Statistics() {
            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(bytes);
            }

            @Override
            public OptionalLong numRows() {
                return OptionalLong.of(rows);
            }
        };
    }

    private List<Slice> slices() {
        List<Slice> slices = planned;
        if (slices == null) {
            slices = table.files().slices(choice.headers(), columns, choice.selection(), mostRows);
            planned = slices;
        }
        return slices;
    }
}
