package org.spolia.jobs.source;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.FileConstants;
import org.spolia.jobs.source.format.RowTemplate;
import org.spolia.jobs.source.format.WellFormat;

/** A read of files as rows: no file is opened. */
final class FileListing implements Scan, Batch, FileStream.Reading {
    static final StructType SCHEMA = new StructType(new StructField[] {
        FileConstants.field(SourceFile.FILE, DataTypes.StringType, "path of the file below the root"),
        FileConstants.field(
                WellFormat.SPLIT, DataTypes.StringType, "train, valid or test, after the folder that the file is in"),
        FileConstants.field(SourceFile.PATH, DataTypes.StringType, "path of the file, with its file system"),
        FileConstants.field(SourceFile.SIZE, DataTypes.LongType, "size of the file in bytes"),
        FileConstants.field(SourceFile.MODIFIED, DataTypes.TimestampType, "when the file was last written")
    });

    private final FileTable table;
    private final StructType columns;

    FileListing(FileTable table, StructType columns) {
        this.table = table;
        this.columns = columns;
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public MicroBatchStream toMicroBatchStream(String checkpointLocation) {
        return FileStream.open(table.files(), this, checkpointLocation);
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return partitions(table.listed());
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return readers();
    }

    @Override
    public InputPartition[] partitions(List<SourceFile> files) {
        return new InputPartition[] {new Files(files)};
    }

    @Override
    public PartitionReaderFactory readers() {
        return new Readers(columns);
    }

    private record Files(List<SourceFile> files) implements InputPartition {
        Files {
            files = List.copyOf(files);
        }
    }

    private record Readers(StructType columns) implements PartitionReaderFactory {
        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            return new Reader(((Files) partition).files().iterator(), columns);
        }
    }

    /** Iterates over a list. */
    private static final class Reader implements PartitionReader<InternalRow> {
        private final Iterator<SourceFile> files;
        private final StructType columns;

        Reader(Iterator<SourceFile> files, StructType columns) {
            this.files = files;
            this.columns = columns;
        }

        @Override
        public boolean next() {
            return files.hasNext();
        }

        @Override
        public InternalRow get() {
            return new GenericInternalRow(
                    RowTemplate.of(columns, constants(files.next())).row());
        }

        private static Map<String, Optional<Object>> constants(SourceFile file) {
            Map<String, Optional<Object>> known = FileConstants.of(file);
            Map<String, Optional<Object>> constants = new HashMap<>(known);
            constants.put(WellFormat.SPLIT, file.split().flatMap(FileConstants::text));
            constants.put(SourceFile.PATH, known.getOrDefault(FileConstants.PATH, Optional.empty()));
            constants.put(SourceFile.SIZE, known.getOrDefault(FileConstants.SIZE, Optional.empty()));
            constants.put(SourceFile.MODIFIED, known.getOrDefault(FileConstants.MODIFIED, Optional.empty()));
            return constants;
        }

        @Override
        public void close() {
            // A list needs no closing.
        }
    }
}
