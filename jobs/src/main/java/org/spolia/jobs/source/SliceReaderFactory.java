package org.spolia.jobs.source;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** What the tasks of a read have in common. */
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
        return new SliceReader(
                ((TaskSlices) partition).slices(), format, columns, selection, configuration.value(), skipsDamaged);
    }
}
