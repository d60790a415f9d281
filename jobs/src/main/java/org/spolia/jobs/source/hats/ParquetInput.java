package org.spolia.jobs.source.hats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.source.file.HadoopChannel;

/** A Parquet file that is read through a channel. Distinguishes damage of the file from errors of access. */
final class ParquetInput implements InputFile {
    private final HadoopChannel channel;
    private Optional<IOException> failure = Optional.empty();

    ParquetInput(HadoopChannel channel) {
        this.channel = channel;
    }

    /** Damage in a file that is accessible. */
    static final class DamageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamageException(Exception cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /**
     * The columns in Spark's types.
     *
     * @throws DamageException if the footer cannot be read
     */
    StructType schema() {
        return read(reader -> schema(reader.getFileMetaData().getSchema()));
    }

    /**
     * Decodes every value of every column, and counts the rows.
     *
     * @throws DamageException if something cannot be read
     */
    long rows() {
        return read(reader -> {
            FileMetaData file = reader.getFileMetaData();
            long rows = 0;
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                decode(group, file);
                rows += group.getRowCount();
            }
            return rows;
        });
    }

    private static StructType schema(MessageType type) {
        return new ParquetToSparkSchemaConverter(new SQLConf()).convert(type);
    }

    private static void decode(PageReadStore group, FileMetaData file) {
        MessageType schema = file.getSchema();
        ColumnReadStoreImpl columns = new ColumnReadStoreImpl(
                group, new DummyRecordConverter(schema).getRootConverter(), schema, file.getCreatedBy());
        for (ColumnDescriptor descriptor : schema.getColumns()) {
            ColumnReader column = columns.getColumnReader(descriptor);
            long values = group.getPageReader(descriptor).getTotalValueCount();
            for (long value = 0; value < values; value++) {
                if (column.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel()) {
                    column.writeCurrentValueToConverter();
                }
                column.consume();
            }
        }
    }

    /** Created for each reader, because the options hold the decompressors, which serve one thread at a time. */
    private static ParquetReadOptions checked() {
        return ParquetReadOptions.builder().usePageChecksumVerification().build();
    }

    private interface Reading<T> {
        T of(ParquetFileReader reader) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try (ParquetFileReader reader = ParquetFileReader.open(this, checked())) {
            return reading.of(reader);
        } catch (IOException | RuntimeException e) {
            failure.ifPresent(cause -> {
                throw new UncheckedIOException(cause);
            });
            throw new DamageException(e);
        }
    }

    @Override
    public long getLength() {
        return channel.size();
    }

    @Override
    public SeekableInputStream newStream() {
        return new DelegatingSeekableInputStream(new Bytes()) {
            @Override
            public long getPos() {
                return channel.position();
            }

            @Override
            public void seek(long position) {
                channel.position(position);
            }
        };
    }

    /** The beginning of Parquet's messages, which then do not depend on the location of the file. */
    @Override
    public String toString() {
        return "the file";
    }

    /** Closing it leaves the channel open, because its bytes are hashed. */
    private final class Bytes extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            try {
                return channel.read(ByteBuffer.wrap(into, offset, count));
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
    }
}
