package org.spolia.jobs.tables.stored;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.columns.TextColumns;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.tables.TableState;

/** One version of a table according to Delta's log, which is read without a Spark session. */
final class StoredTable {
    private static final Pattern RECORDS = Pattern.compile("\"numRecords\" *: *(\\d{1,18})");

    /** The number of files whose rows are in memory at once. */
    private static final int FILES_AT_ONCE = 256;

    private static final long LARGEST_AT_ONCE = 1 << 20;

    private final Engine engine;
    private final Configuration configuration;
    private final Snapshot snapshot;

    StoredTable(Engine engine, Configuration configuration, Snapshot snapshot) {
        this.engine = engine;
        this.configuration = configuration;
        this.snapshot = snapshot;
    }

    /** The columns in Delta's log, in JSON that Spark reads too. */
    String schemaJson() {
        return snapshot.getMetadata().getSchemaString();
    }

    List<String> columnNames() {
        return snapshot.getSchema().fieldNames();
    }

    /** Returns whether its rows are exactly the rows of its Parquet files. */
    boolean isPlain() {
        return snapshot.getProtocol().getMinReaderVersion() == TableState.PLAIN_TO_READ
                && snapshot.getPartitionColumnNames().isEmpty();
    }

    Map<String, String> properties() {
        return snapshot.getTableProperties();
    }

    /** Its files. */
    List<FileStatus> files() {
        List<FileStatus> files = new ArrayList<>();
        Scan scan = snapshot.getScanBuilder().withReadSchema(new StructType()).build();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    rows.forEachRemaining(row -> files.add(InternalScanFileUtils.getAddFileStatus(row)));
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return files;
    }

    /** The number of rows according to the statistics in the log; empty if a file has none. */
    Optional<Long> rows() {
        Scan scan = snapshot.getScanBuilder().withReadSchema(new StructType()).build();
        long rows = 0;
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> files = batches.next().getRows()) {
                    while (files.hasNext()) {
                        Row file = files.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
                        int statistics = InternalScanFileUtils.ADD_FILE_STATS_ORDINAL;
                        Matcher records = RECORDS.matcher(file.isNullAt(statistics) ? "" : file.getString(statistics));
                        if (!records.find()) {
                            return Optional.empty();
                        }
                        rows += Long.parseLong(records.group(1));
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return Optional.of(rows);
    }

    /** Passes each row to a consumer, reduced to these columns of texts or integers, in this order. */
    void forEach(List<String> columns, Consumer<@Nullable String[]> consumer) {
        Scan scan = snapshot.getScanBuilder().withReadSchema(schema(columns)).build();
        FileRows rows = isPlain() ? textsOf(columns) : rowsOf(scan);
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> files = batches.next().getRows()) {
                    List<Callable<List<@Nullable String[]>>> small = new ArrayList<>();
                    while (files.hasNext()) {
                        Row file = files.next();
                        if (InternalScanFileUtils.getAddFileStatus(file).getSize() > LARGEST_AT_ONCE) {
                            rows.read(file, consumer);
                            continue;
                        }
                        small.add(() -> {
                            List<@Nullable String[]> held = new ArrayList<>();
                            rows.read(file, held::add);
                            return held;
                        });
                        if (small.size() == FILES_AT_ONCE) {
                            passOn(small, consumer);
                        }
                    }
                    passOn(small, consumer);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Small files take their time to open, not to read. */
    private static void passOn(List<Callable<List<@Nullable String[]>>> files, Consumer<@Nullable String[]> consumer) {
        Concurrently.run(Runtime.getRuntime().availableProcessors(), files).forEach(rows -> rows.forEach(consumer));
        files.clear();
    }

    /** The rows of a file of the table. */
    private interface FileRows {
        void read(Row file, Consumer<@Nullable String[]> consumer) throws IOException;
    }

    private FileRows textsOf(List<String> names) {
        TextColumns texts = new TextColumns(names, configuration);
        return (file, consumer) -> {
            String path = InternalScanFileUtils.getAddFileStatus(file).getPath();
            texts.forEach(Path.of(new org.apache.hadoop.fs.Path(path).toUri().getPath()), consumer);
        };
    }

    private FileRows rowsOf(Scan scan) {
        Row state = scan.getScanState(engine);
        StructType stored = ScanStateRow.getPhysicalDataReadSchema(state);
        return (file, consumer) -> read(state, stored, file, consumer);
    }

    private void read(Row state, StructType stored, Row file, Consumer<@Nullable String[]> consumer)
            throws IOException {
        CloseableIterator<ColumnarBatch> physical = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        stored,
                        Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> batches =
                Scan.transformPhysicalData(engine, state, file, physical)) {
            while (batches.hasNext()) {
                handOn(batches.next(), consumer);
            }
        }
    }

    private static void handOn(FilteredColumnarBatch batch, Consumer<@Nullable String[]> consumer) {
        ColumnarBatch data = batch.getData();
        int width = data.getSchema().length();
        for (int row = 0; row < data.getSize(); row++) {
            if (isSelected(batch, row)) {
                @Nullable String[] values = new String[width];
                for (int column = 0; column < width; column++) {
                    values[column] = text(data.getColumnVector(column), row);
                }
                consumer.accept(values);
            }
        }
    }

    private static boolean isSelected(FilteredColumnarBatch batch, int row) {
        return batch.getSelectionVector()
                .map(chosen -> !chosen.isNullAt(row) && chosen.getBoolean(row))
                .orElse(true);
    }

    private static @Nullable String text(ColumnVector column, int row) {
        if (column.isNullAt(row)) {
            return null;
        }
        return column.getDataType() instanceof IntegerType
                ? Integer.toString(column.getInt(row))
                : column.getString(row);
    }

    private StructType schema(List<String> columns) {
        StructType all = snapshot.getSchema();
        List<StructField> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(all.get(column)));
        return new StructType(fields);
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("Cannot read " + snapshot.getPath(), e);
    }
}
