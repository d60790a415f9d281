package org.spolia.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.Selection;

/** A stream of the content of the files. */
final class ContentsReading implements FileStream.Reading {
    private final FileSet files;
    private final StructType columns;
    private final Selection selection;

    ContentsReading(FileSet files, StructType columns) {
        this.files = files;
        this.columns = columns;
        this.selection = Selection.of(files.options().steps());
    }

    @Override
    public InputPartition[] partitions(List<SourceFile> some) {
        return files.partitions(files.slices(files.headers(some), columns, selection, Long.MAX_VALUE))
                .toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory readers() {
        return SliceReaderFactory.of(files, columns, selection);
    }
}
