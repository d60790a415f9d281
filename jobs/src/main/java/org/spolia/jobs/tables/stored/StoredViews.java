package org.spolia.jobs.tables.stored;

import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.utils.FileStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.tables.Names;
import org.spolia.jobs.tables.SchemaDifference;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * The tables that a query names, as temporary views of the current files in Delta's logs, and the views over them.
 * Spark plans and runs jobs to read a log; for a small table they take longer than the query.
 */
public final class StoredViews {
    private static final Pattern QUERY =
            Pattern.compile("\\A\\W*(select|with|from|values)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Features that only Delta supports: earlier versions, and changes. */
    private static final Pattern OF_DELTA = Pattern.compile(
            "\\bas\\s+of\\b|@v?\\d|\\btable_changes\\b|\\binsert\\b|_metadata\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** For larger tables, Spark should read the log, because it skips files by their statistics. */
    private static final long MOST_BYTES = 256L << 20;

    private static final Pattern PATTERN_OF_PATHS = Pattern.compile("[*?\\[\\]{}\\\\%]");

    private final Path warehouse;
    private final Names names;
    private final Map<Table, StoredTable> tables;
    private final long bytes;

    private StoredViews(Path warehouse, Names names, Map<Table, StoredTable> tables, long bytes) {
        this.warehouse = warehouse;
        this.names = names;
        this.tables = tables;
        this.bytes = bytes;
    }

    /** Returns the tables of a statement; empty if it is not a query, or its tables are large or not plain Parquet. */
    public static Optional<StoredViews> of(String statement, Path warehouse) {
        Names names = Names.in(statement);
        if (!QUERY.matcher(statement).matches()
                || OF_DELTA.matcher(statement).find()
                || !names.kinds().isEmpty()
                || PATTERN_OF_PATHS.matcher(warehouse.toString()).find()) {
            return Optional.empty();
        }
        try {
            StoredTables stored = StoredTables.in(warehouse);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            Map<Table, StoredTable> tables = new LinkedHashMap<>();
            long bytes = 0;
            for (Table table : names.tables()) {
                Optional<StoredTable> found = stored.stored(table);
                if (found.filter(known -> !known.isPlain()).isPresent()) {
                    return Optional.empty();
                }
                if (found.isPresent()) {
                    tables.put(table, found.get());
                    bytes += found.get().files().stream()
                            .mapToLong(FileStatus::getSize)
                            .sum();
                }
            }
            return bytes > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new StoredViews(warehouse, names, tables, bytes));
        } catch (KernelException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The size of the files of the tables. */
    public long bytes() {
        return bytes;
    }

    /**
     * Registers the tables and then the views in a session, and replaces the names of an earlier query. A missing
     * table, after a reset or in a warehouse of an older version, has no rows.
     *
     * @throws ExperimentException if a table was written by another version of the schema
     */
    public void register(SparkSession spark) {
        tables.forEach((table, stored) -> {
            StructType schema = (StructType) DataType.fromJson(stored.schemaJson());
            SchemaDifference.between(schema, stored.properties(), table, table.definition())
                    .refuse(
                            warehouse.resolve(table.folderName()).toString(),
                            Warehouse.migrateCommand(new org.apache.hadoop.fs.Path(warehouse.toUri())));
            rows(spark, stored).createOrReplaceTempView(table.tableName());
        });
        for (Table table : names.tables()) {
            if (!tables.containsKey(table)) {
                spark.createDataFrame(List.of(), table.schema()).createOrReplaceTempView(table.tableName());
            }
        }
        names.views().forEach(view -> spark.sql(view.statement("CREATE OR REPLACE TEMPORARY VIEW", Map.of())));
    }

    /** Removes the names in a statement, which would otherwise hide the tables themselves. */
    public static void forget(SparkSession spark, String statement) {
        Names names = Names.inOrAll(statement);
        names.views().forEach(view -> spark.catalog().dropTempView(view.viewName()));
        names.tables().forEach(table -> spark.catalog().dropTempView(table.tableName()));
    }

    private static Dataset<Row> rows(SparkSession spark, StoredTable stored) {
        StructType schema = (StructType) DataType.fromJson(stored.schemaJson());
        List<String> files = stored.files().stream().map(FileStatus::getPath).toList();
        return files.isEmpty() ? spark.createDataFrame(List.of(), schema) : FileView.parquet(spark, files, schema);
    }
}
