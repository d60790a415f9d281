package org.spolia.jobs.source;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.Selection;

/** The shared settings of the tasks of a read. */
final class SliceReaderFactory implements PartitionReaderFactory {
    private static final long serialVersionUID = 1L;

    private final Format format;
    private final StructType columns;
    private final Selection selection;
    private final SerializableConfiguration configuration;
    private final boolean skipsDamaged;

    private SliceReaderFactory(FileSet files, StructType columns, Selection selection) {
        this.format = files.format();
        this.columns = columns;
        this.selection = selection;
        this.configuration = new SerializableConfiguration(files.configuration());
        this.skipsDamaged = files.options().skipsDamaged();
    }

    static SliceReaderFactory of(FileSet files, StructType columns, Selection selection) {
        return new SliceReaderFactory(files, columns, selection);
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        return reader(partition, (contents, unit) -> contents.rows(columns, unit, selection));
    }

    /** A file whose rows are either all read or all skipped is read row by row. */
    @Override
    public boolean supportColumnarReads(InputPartition partition) {
        return !skipsDamaged && format.isBatched(columns);
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
        return reader(partition, (contents, unit) -> contents.batches(columns, unit));
    }

    private <T> PartitionReader<T> reader(InputPartition partition, SliceReader.Reading<T> reading) {
        List<Slice> slices = ((TaskSlices) partition).slices();
        return new SliceReader<>(slices, format, reading, configuration.value(), skipsDamaged);
    }
}
