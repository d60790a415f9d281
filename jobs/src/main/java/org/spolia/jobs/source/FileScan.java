package org.spolia.jobs.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportPartitioning;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.connector.read.partitioning.KeyGroupedPartitioning;
import org.apache.spark.sql.connector.read.partitioning.Partitioning;
import org.apache.spark.sql.connector.read.partitioning.UnknownPartitioning;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.source.file.ReadMetrics;
import org.spolia.jobs.source.format.FileHeader;

/** A read of some columns of a table, with pushed-down filters and limits. */
final class FileScan implements SupportsReportStatistics, SupportsReportPartitioning, Batch {
    private final FileTable table;
    private final StructType columns;
    private final FileChoice choice;
    private final long mostRows;
    private final boolean byCells;
    private @Nullable ReadPlan planned;

    /**
     * Creates a scan.
     *
     * @param byCells whether partitions have one cell each, if all files are in folders of cells
     */
    FileScan(FileTable table, StructType columns, FileChoice choice, long mostRows, boolean byCells) {
        this.table = table;
        this.columns = columns;
        this.choice = choice;
        this.mostRows = mostRows;
        this.byCells = byCells;
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    /** Describes the plan once it exists; a stream never plans all files. */
    @Override
    public String description() {
        return table.name() + choice + (planned == null ? "" : ": " + planned);
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
        return plan().input();
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return SliceReaderFactory.of(table.files(), columns, choice.selection());
    }

    @Override
    public Partitioning outputPartitioning() {
        return cells().<Partitioning>map(column -> new KeyGroupedPartitioning(
                        new Expression[] {Expressions.identity(column)},
                        plan().partitions().size()))
                .orElseGet(() -> new UnknownPartitioning(0));
    }

    /** The column that has one value in each partition. */
    private Optional<String> cells() {
        return byCells ? choice.cellColumn(columns) : Optional.empty();
    }

    @Override
    public Statistics estimateStatistics() {
        ReadPlan plan = plan();
        return new Statistics() {
            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(plan.bytes());
            }

            @Override
            public OptionalLong numRows() {
                return OptionalLong.of(plan.rows());
            }
        };
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return ReadMetrics.all();
    }

    @Override
    public CustomTaskMetric[] reportDriverMetrics() {
        ReadPlan plan = planned;
        return plan == null
                ? new CustomTaskMetric[0]
                : new CustomTaskMetric[] {
                    new ReadMetrics.Value(ReadMetrics.PLANNED_FILES, plan.files()),
                    new ReadMetrics.Value(ReadMetrics.PLANNED_BYTES, plan.bytes())
                };
    }

    private ReadPlan plan() {
        ReadPlan plan = planned;
        if (plan == null) {
            FileSet files = table.files();
            List<FileHeader> headers = choice.headers();
            List<Slice> slices = files.slices(headers, columns, choice.selection(), mostRows);
            plan = ReadPlan.of(
                    slices, cells().isPresent() ? files.cellPartitions(slices, headers) : files.partitions(slices));
            planned = plan;
        }
        return plan;
    }
}
