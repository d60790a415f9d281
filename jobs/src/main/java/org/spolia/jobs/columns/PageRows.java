package org.spolia.jobs.columns;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file in order, with one row group in memory at a time. A row is valid until the next one is
 * requested.
 */
final class PageRows implements Iterator<InternalRow>, Closeable {
    private final ParquetFileReader file;
    private final FileColumns columns;
    private final UnsafeRowWriter row;
    private List<CellReader> readers = List.of();
    private long left;
    private boolean begun;

    private PageRows(ParquetFileReader file, FileColumns columns) {
        this.file = file;
        this.columns = columns;
        this.row = new UnsafeRowWriter(columns.wanted().length());
        file.setRequestedSchema(columns.type());
    }

    /**
     * Opens the rows of a part of a file: of the row groups whose middle is in the part. Empty if not all columns have
     * the requested types. Reads the first row at once, so that all required methods of Parquet and Spark have been
     * called before a row is returned.
     *
     * @throws IOException if there is no such file, or its footer cannot be read
     */
    static Optional<PageRows> open(Path path, long start, long end, StructType wanted, Configuration configuration)
            throws IOException {
        ParquetFileReader file = ParquetFileReader.open(
                input(path, configuration),
                HadoopReadOptions.builder(configuration, path)
                        .withRange(start, end)
                        .usePageChecksumVerification()
                        .withCodecFactory(new PageCodecs(configuration))
                        .build());
        Optional<PageRows> rows = Optional.empty();
        try {
            rows = FileColumns.of(file.getFooter(), wanted).map(columns -> new PageRows(file, columns).begin());
        } finally {
            if (rows.isEmpty()) {
                file.close();
            }
        }
        return rows;
    }

    private static InputFile input(Path path, Configuration configuration) throws IOException {
        boolean local = path.getFileSystem(configuration).getUri().getScheme().equals("file");
        return local
                ? new LocalFile(java.nio.file.Path.of(path.toUri().getPath()))
                : HadoopInputFile.fromPath(path, configuration);
    }

    @Override
    public boolean hasNext() {
        while (left == 0) {
            PageReadStore group = nextGroup();
            if (group == null) {
                return false;
            }
            left = group.getRowCount();
            readers = columns.readers(group, plain(group), row);
        }
        return true;
    }

    private @Nullable PageReadStore nextGroup() {
        try {
            return file.readNextRowGroup();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.getFile(), e);
        }
    }

    private ColumnReadStoreImpl plain(PageReadStore group) {
        return new ColumnReadStoreImpl(
                group,
                new DummyRecordConverter(columns.type()).getRootConverter(),
                columns.type(),
                file.getFileMetaData().getCreatedBy());
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        if (!begun) {
            readRow();
        }
        begun = false;
        return row.getRow();
    }

    private PageRows begin() {
        if (hasNext()) {
            readRow();
            begun = true;
        }
        return this;
    }

    private void readRow() {
        row.reset();
        row.zeroOutNullBytes();
        for (int place = 0; place < readers.size(); place++) {
            readers.get(place).next(row, place);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
