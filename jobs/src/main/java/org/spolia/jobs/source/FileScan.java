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

/** A read of some columns of a table, with what was pushed into it. */
final class FileScan implements SupportsReportStatistics, SupportsReportPartitioning, Batch {
    private final FileTable table;
    private final StructType columns;
    private final FileChoice choice;
    private final long mostRows;
    private final int mostCells;
    private @Nullable ReadPlan planned;

    /**
     * @param mostCells partitions that may be made for the sake of being of one cell each; 0 if no join can use them
     */
    FileScan(FileTable table, StructType columns, FileChoice choice, long mostRows, int mostCells) {
        this.table = table;
        this.columns = columns;
        this.choice = choice;
        this.mostRows = mostRows;
        this.mostCells = mostCells;
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    /** Says what is planned once it is: a stream never plans as a whole. */
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
        if (mostCells == 0 || choice.cellColumn(columns).isEmpty()) {
            return new UnknownPartitioning(0);
        }
        ReadPlan plan = plan();
        int partitions = plan.partitions().size();
        return plan.key()
                .<Partitioning>map(
                        key -> new KeyGroupedPartitioning(new Expression[] {Expressions.identity(key)}, partitions))
                .orElseGet(() -> new UnknownPartitioning(partitions));
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
            Optional<String> cells = mostCells == 0 ? Optional.empty() : choice.cellColumn(columns);
            plan = ReadPlan.of(slices, files.partitions(slices));
            if (cells.isPresent()) {
                plan = plan.keyed(cells.get(), files.cellPartitions(slices, headers), mostCells);
            }
            planned = plan;
        }
        return plan;
    }
}
