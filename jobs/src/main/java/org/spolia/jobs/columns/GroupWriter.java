package org.spolia.jobs.columns;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;

/** A row group that is kept in memory, packed page by page, until it is written. */
final class GroupWriter implements AutoCloseable {
    /** Measuring the size takes time, which is too expensive for every row without long arrays. */
    private static final int ROWS_BETWEEN_LOOKS = 100;

    private final WrittenColumns columns;
    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore others;
    private final RecordConsumer record;
    private final WriteSupport<InternalRow> support;
    private final ProjectingInternalRow othersOfRow;
    private final List<ArrayWriter> arrays;
    private int rows;
    private int unseen;

    /**
     * Creates a group.
     *
     * @param type the type of the file
     * @param otherType the type of the columns that are not written here
     * @param support writes those columns
     */
    GroupWriter(
            WrittenColumns columns,
            MessageType type,
            MessageType otherType,
            WriteSupport<InternalRow> support,
            ParquetProperties properties,
            BytesInputCompressor codec) {
        this.columns = columns;
        this.support = support;
        this.pages = new ColumnChunkPageWriteStore(
                codec,
                type,
                properties.getAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        this.others = properties.newColumnWriteStore(otherType, pages, pages);
        this.record = new ColumnIOFactory().getColumnIO(otherType).getRecordWriter(others);
        this.othersOfRow = columns.othersOfRows();
        this.arrays = columns.writers(type, pages);
        support.prepareForWrite(record);
    }

    /**
     * Adds a row.
     *
     * @return whether the group has at least {@code bytes} bytes according to the last measurement
     */
    boolean add(InternalRow row, long bytes) throws IOException {
        columns.requireValues(row);
        othersOfRow.project(row);
        support.write(othersOfRow);
        boolean pageIsFull = false;
        for (int i = 0; i < arrays.size(); i++) {
            int place = columns.arrays().get(i);
            pageIsFull |= arrays.get(i).add(row.isNullAt(place) ? null : row.getArray(place));
        }
        rows++;
        unseen++;
        if (!pageIsFull && unseen < ROWS_BETWEEN_LOOKS) {
            return false;
        }
        unseen = 0;
        return others.getBufferedSize()
                        + arrays.stream().mapToLong(ArrayWriter::bufferedBytes).sum()
                >= bytes;
    }

    /** Writes the group to the end of a file, if it has a row. */
    void writeTo(ParquetFileWriter file) throws IOException {
        if (rows == 0) {
            return;
        }
        record.flush();
        others.flush();
        for (ArrayWriter array : arrays) {
            array.endPage();
        }
        file.startBlock(rows);
        pages.flushToFileWriter(file);
        file.endBlock();
    }

    @Override
    public void close() {
        others.close();
        pages.close();
    }
}
