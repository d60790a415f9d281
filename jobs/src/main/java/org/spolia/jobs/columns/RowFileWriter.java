package org.spolia.jobs.columns;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Parquet file in Spark's layout, but arrays of real numbers one page at a time. A reader decodes up to 4096
 * rows at once, which takes 1 GB a column for tiles of 65 536 values, but never more than a row group. Row groups are
 * therefore small.
 */
final class RowFileWriter implements Closeable {
    private static final int GROUP_BYTES = 32 << 20;
    private static final String SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

    private final WrittenColumns columns;
    private final MessageType type;
    private final ParquetWriteSupport support = new ParquetWriteSupport();
    private final MessageType otherType;
    private final Map<String, String> notes;
    private final ParquetProperties properties = ParquetProperties.builder().build();
    private final BytesInputCompressor codec;
    private final ParquetFileWriter file;
    private @Nullable GroupWriter group;

    /**
     * Creates the file.
     *
     * @param path the path of the new file
     * @param level the level of Zstandard
     * @param configuration the Hadoop configuration, with Spark's settings for columns that are not arrays of real
     * numbers
     */
    RowFileWriter(Path path, WrittenColumns columns, int level, Configuration configuration) throws IOException {
        WriteSupport.WriteContext context = support.init(configuration);
        this.columns = columns;
        this.type = columns.type(configuration);
        this.otherType = context.getSchema();
        this.notes = new HashMap<>(context.getExtraMetaData());
        notes.put(SCHEMA, columns.schema().json());
        this.file = new ParquetFileWriter(
                HadoopOutputFile.fromPath(path, configuration),
                type,
                ParquetFileWriter.Mode.CREATE,
                GROUP_BYTES,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                (FileEncryptionProperties) null,
                properties);
        this.codec = new ZstandardPacker(level);
        file.start();
    }

    void add(InternalRow row) throws IOException {
        GroupWriter begun = group;
        if (begun == null) {
            begun = new GroupWriter(columns, type, otherType, support, properties, codec);
            group = begun;
        }
        if (begun.add(row, GROUP_BYTES)) {
            end(begun);
        }
    }

    private void end(GroupWriter ended) throws IOException {
        ended.writeTo(file);
        ended.close();
        group = null;
    }

    /** Writes the remaining rows and the footer. */
    ParquetMetadata end() throws IOException {
        if (group != null) {
            end(group);
        }
        file.end(notes);
        return file.getFooter();
    }

    @Override
    public void close() throws IOException {
        if (group != null) {
            group.close();
        }
        codec.release();
        file.close();
    }
}
