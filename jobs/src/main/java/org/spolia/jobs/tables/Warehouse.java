package org.spolia.jobs.tables;

import io.delta.tables.DeltaTable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.ConcurrentTransactionException;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.right.Right;
import org.spolia.jobs.right.Rights;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.session.FastPath;

/**
 * The folder of all tables, used through one Spark session. The folders are authoritative; the catalog of the session
 * only has names for them.
 */
public final class Warehouse {
    private static final int CREATED_AT_ONCE = 4;

    /** Far more than the processes that write to one table at the same time. */
    private static final int MOST_CONFLICTS = 100;

    private final SparkSession spark;
    private final Path root;
    private final Rights rights;
    private final SessionCatalog catalog;
    private final DeltaWriter delta;

    private Warehouse(SparkSession spark, Path root, Rights rights) {
        this.spark = spark;
        this.root = root;
        this.rights = rights;
        FastPath.READER.attempt(() -> {
            LongArrays.teach(spark);
            return Optional.empty();
        });
        this.catalog = new SessionCatalog(spark, this);
        this.delta = new DeltaWriter(this);
    }

    /** Returns the warehouse at this location. Reads and creates nothing yet. */
    public static Warehouse at(SparkSession spark, WarehouseLocation location) {
        return at(spark, location, Rights.Notice.NONE);
    }

    /** Returns the warehouse at this location for a run that tells when it waits for another one. */
    public static Warehouse at(SparkSession spark, WarehouseLocation location, Rights.Notice notice) {
        Path path =
                new Path(location.local().map(java.nio.file.Path::toUri).orElseGet(() -> URI.create(location.text())));
        Rights rights = Rights.in(location.local(), notice);
        return new Warehouse(spark, fileSystem(spark, path).makeQualified(path), rights);
    }

    public SparkSession spark() {
        return spark;
    }

    /** Returns this warehouse in a new session, whose settings are its own. The rights are shared. */
    public Warehouse inNewSession() {
        Warehouse other = new Warehouse(spark.newSession(), root, rights);
        other.catalog.useDatabase();
        return other;
    }

    /** The rights of this run on the outputs of stages. */
    public Rights rights() {
        return rights;
    }

    public FileSystem fileSystem() {
        return fileSystem(spark, root);
    }

    /** The folder of the warehouse, as a path of a local disk or a URI. */
    public String place() {
        return root.toUri().getScheme().equals("file") ? root.toUri().getPath() : root.toString();
    }

    /** A path below the folder of the warehouse. */
    public Path path(String name) {
        return new Path(root, name);
    }

    public String folder(Relation table) {
        return path(table.folderName()).toString();
    }

    /** The current state of a table in Delta's log. */
    public TableState state(Relation table) {
        return TableState.read(spark, folder(table));
    }

    /**
     * Creates the missing tables, several at a time, because each needs only the driver.
     *
     * @throws ExperimentException if a table was written by another version of the schema
     */
    public void create() {
        requireCurrent(List.of(Table.values()));
        catalog.useDatabase();
        if (Arrays.stream(Table.values()).allMatch(table -> state(table).exists())) {
            return;
        }
        creation().during(this::createMissing);
    }

    private void createMissing() {
        List<Callable<Object>> creations = new ArrayList<>();
        for (Table table : Table.values()) {
            if (!state(table).exists()) {
                // One after the other, because all removals use one folder.
                removeRemains(new Path(folder(table)));
                catalog.makeWay(table);
                creations.add(Executors.callable(() -> create(table, table.definition())));
            }
        }
        Concurrently.run(CREATED_AT_ONCE, creations);
    }

    /** A table that is being created by another process looks like the remains of a killed creation. */
    private Right creation() {
        return rights.takeBriefly("tables");
    }

    /** Creates a table for the content of files, unless it exists. */
    public void create(ShardTable table) {
        if (state(table).exists()) {
            return;
        }
        creation().during(() -> {
            if (!state(table).exists()) {
                catalog.makeRoom(table.kind());
                removeRemains(new Path(folder(table)));
                create(table, table.definition());
            }
        });
    }

    private void create(Relation table, Definition definition) {
        try {
            spark.sql(definition.createAt(folder(table)));
        } catch (RuntimeException e) {
            // In a warehouse without rights, another process may have created the table in the meantime.
            if (!state(table).exists()) {
                throw e;
            }
            requireCurrent(table);
        }
    }

    /**
     * A killed creation leaves a folder with only a log without a version. All other content belongs to somebody else
     * and stays.
     */
    private void removeRemains(Path folder) {
        try {
            FileStatus[] inside = fileSystem().listStatus(folder);
            if (Arrays.stream(inside).allMatch(file -> file.getPath().getName().equals("_delta_log"))) {
                remove(folder);
            }
        } catch (FileNotFoundException e) {
            // There is nothing to remove.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** Registers tables and views in the catalog of the session. Writes nothing. */
    public void register() {
        register(Names.ALL);
    }

    /** Registers only the names in a statement, because each takes time; all if it contains none. */
    public void registerFor(String statement) {
        register(Names.inOrAll(statement));
    }

    private void register(Names names) {
        requireCurrent(names.tables());
        catalog.register(names);
    }

    /** The size of the files of the tables that a statement names; of all tables if it names none. */
    public long bytesFor(String statement) {
        Names names = Names.inOrAll(statement);
        List<Relation> tables = new ArrayList<>(names.tables());
        names.kinds().forEach(kind -> tables.addAll(shardTables(kind)));
        return bytes(tables);
    }

    /** The size of the files of tables. */
    public long bytes(List<? extends Relation> tables) {
        return tables.stream().mapToLong(table -> state(table).bytes()).sum();
    }

    /**
     * The table of a data set, with the columns that it had on creation.
     *
     * @throws ExperimentException if it was written by another version of the schema
     */
    public Optional<ShardTable> shardTable(ShardKind kind, String name) {
        Optional<ShardTable> table = find(kind, name);
        table.ifPresent(this::requireCurrent);
        return table;
    }

    /** The table with this full name, such as {@code surveys.desi}. */
    public Optional<ShardTable> shardTable(String name) {
        String[] parts = name.split("\\.", -1);
        return shardTable(ShardKind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    }

    private Optional<ShardTable> find(ShardKind kind, String name) {
        TableState state = TableState.read(spark, path(kind + "/" + name).toString());
        return state.exists() ? Optional.of(new ShardTable(kind, name, state.schema())) : Optional.empty();
    }

    /** The tables whose columns come from files, by name, with any version of the schema. */
    public List<ShardTable> shardTables(ShardKind kind) {
        try {
            List<ShardTable> tables = new ArrayList<>();
            for (FileStatus folder : fileSystem().listStatus(path(kind.toString()))) {
                find(kind, folder.getPath().getName()).ifPresent(tables::add);
            }
            tables.sort(Comparator.comparing(ShardTable::name));
            return tables;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + path(kind.toString()), e);
        }
    }

    /** All existing tables. */
    public List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (Table table : Table.values()) {
            if (state(table).exists()) {
                relations.add(table);
            }
        }
        for (ShardKind kind : ShardKind.values()) {
            relations.addAll(shardTables(kind));
        }
        return relations;
    }

    public boolean isEmpty() {
        for (Table table : Table.values()) {
            if (state(table).exists()) {
                return false;
            }
        }
        return true;
    }

    /** Reads all rows; none if the table does not exist, as after a reset. */
    public Dataset<Row> read(Relation table) {
        return state(table).exists() ? spark.read().format("delta").load(folder(table)) : none(table);
    }

    /** Reads the rows of a table in an earlier state, regardless of later writes; none if it did not exist. */
    public Dataset<Row> read(Relation table, TableState seen) {
        if (!seen.exists()) {
            return none(table);
        }
        return spark.read()
                .format("delta")
                .option("versionAsOf", seen.version())
                .load(folder(table));
    }

    private Dataset<Row> none(Relation table) {
        return spark.createDataFrame(List.of(), table.schema());
    }

    /** Reads appended rows as a stream, with {@code filesOfBatch} files of the table in a batch. */
    public Dataset<Row> readFiles(Relation table, int filesOfBatch) {
        return spark.readStream()
                .format("delta")
                .option("maxFilesPerTrigger", filesOfBatch)
                .load(folder(table));
    }

    /**
     * The files that such a stream has yet to read.
     *
     * @param offset where the stream continues, as its checkpoint says; empty for a new stream
     */
    public StreamedFiles streamedFiles(Relation table, Optional<String> offset) {
        return StreamedFiles.of(spark, folder(table), offset);
    }

    /** Appends rows with the columns of the table in order. */
    public void append(Table table, Dataset<Row> rows) {
        writer().append(table, rows, Condition.NONE);
    }

    /**
     * Appends rows unless this write is in the table already. A write without rows is recorded too.
     *
     * @throws ExperimentException if another process does the same write at this moment
     */
    public void append(Relation table, Dataset<Row> rows, Transaction transaction) {
        try {
            writer().append(table, rows, Condition.once(transaction));
        } catch (ConcurrentTransactionException e) {
            throw new ExperimentException(
                    "Another process writes the same batch to table " + folder(table)
                            + "; nothing is lost: end one of the processes, and run the same command again",
                    e);
        }
    }

    /** Appends records. Without records there is no commit. */
    public void append(Table table, List<? extends Record> records) {
        if (!records.isEmpty()) {
            writer().append(table, RecordRows.toRows(records, table.schema()), Condition.NONE);
        }
    }

    /**
     * Appends records that depend on the rows of the table. If another process adds rows in between, the records are
     * determined again. Without records there is no commit.
     *
     * @param records returns the records to append to the table in this state, or a later one
     * @return the appended records
     */
    public <T extends Record> List<T> appendChosen(Table table, Function<TableState, List<T>> records) {
        return appendChosen(
                table,
                records,
                (chosen, condition) -> writer().append(table, RecordRows.toRows(chosen, table.schema()), condition));
    }

    /**
     * Appends records that depend on the rows of the table, in the files of a layout.
     *
     * @param layout returns rows with a partition for each file
     */
    public <T extends Record> List<T> appendChosen(
            Table table, Function<TableState, List<T>> records, Function<List<T>, Dataset<Row>> layout) {
        return appendChosen(
                table, records, (chosen, condition) -> writer().append(table, layout.apply(chosen), condition));
    }

    private <T extends Record> List<T> appendChosen(
            Table table, Function<TableState, List<T>> records, BiConsumer<List<T>, Condition> append) {
        return retried(() -> {
            TableState seen = state(table);
            List<T> chosen = records.apply(seen);
            if (!chosen.isEmpty()) {
                append.accept(chosen, Condition.unchanged(seen));
            }
            return chosen;
        });
    }

    /** Repeats a write that another process has prevented. That process has written, so one of them always advances. */
    private static <T> T retried(Supplier<T> write) {
        for (int left = MOST_CONFLICTS; ; left--) {
            try {
                return write.get();
            } catch (DeltaConcurrentModificationException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private TableWriter writer() {
        return FastPath.WRITER.isWantedBy(spark) ? new PageWriter(this, delta) : delta;
    }

    /**
     * Replaces all rows with a value in a text column, in one commit, unless this write is in the table already.
     *
     * @param note the description of the commit in the history of the table
     */
    public void replace(
            Table table, String column, String value, Dataset<Row> rows, Transaction transaction, String note) {
        retried(() -> {
            if (!state(table).contains(transaction)) {
                delta.replace(table, column, value, rows, transaction, note);
            }
            return transaction;
        });
    }

    /** Returns records as rows of a table. */
    public Dataset<Row> rows(Table table, List<? extends Record> records) {
        return DeltaWriter.rows(spark, RecordRows.toRows(records, table.schema()), table.schema());
    }

    /**
     * Appends the records whose keys are not in the table, in order.
     *
     * @return the appended records
     */
    public <T extends Record> List<T> appendMissing(Table table, List<T> records) {
        return appendChosen(table, seen -> missing(table, records));
    }

    /** The records whose keys are not in the table, in order. */
    public <T extends Record> List<T> missing(Table table, List<T> records) {
        if (state(table).isNew()) {
            return records;
        }
        String[] key = table.key().toArray(String[]::new);
        Dataset<Row> keys = rows(table, records).select(columns(key));
        Set<List<Object>> present = new HashSet<>();
        for (Row row : read(table)
                .select(columns(key))
                .join(functions.broadcast(keys), key, "left_semi")
                .collectAsList()) {
            present.add(values(row));
        }
        List<T> missing = new ArrayList<>();
        for (T record : records) {
            Row row = RecordRows.toRow(record, table.schema());
            List<Object> values = new ArrayList<>();
            for (String column : key) {
                values.add(row.get(table.schema().fieldIndex(column)));
            }
            if (!present.contains(values)) {
                missing.add(record);
            }
        }
        return missing;
    }

    /** The given values that a text column contains. */
    public Set<String> present(Table table, String column, Collection<String> values) {
        if (state(table).isNew()) {
            return Set.of();
        }
        Dataset<Row> wanted =
                spark.createDataset(List.copyOf(values), Encoders.STRING()).toDF(column);
        return new HashSet<>(read(table)
                .select(column)
                .distinct()
                .join(functions.broadcast(wanted), new String[] {column}, "left_semi")
                .as(Encoders.STRING())
                .collectAsList());
    }

    /**
     * Removes a table with all its rows and its name. After a killed removal, the table either does not exist or is
     * complete.
     */
    public void drop(Relation table) {
        spark.sql("DROP TABLE IF EXISTS " + table);
        remove(new Path(folder(table)));
        forget(table);
    }

    /** Combines the small files of a table, unless another process does; its rows stay unchanged. */
    public void compact(Table table) {
        try {
            DeltaTable.forPath(spark, folder(table)).optimize().executeCompaction();
        } catch (DeltaConcurrentModificationException e) {
            // The other process has combined the same files.
            forget(table);
        }
    }

    /** Removes the rows of a table with one of these values in a text column. */
    public void delete(Table table, String column, Collection<String> values) {
        DeltaTable.forPath(spark, folder(table)).delete(functions.col(column).isInCollection(values));
    }

    /** Removes a folder of the warehouse: it disappears at once, and its content afterwards. */
    public void remove(Path folder) {
        try {
            FileSystem files = fileSystem();
            Path removed = path("_removed");
            files.delete(removed, true);
            if (files.exists(folder) && !files.rename(folder, removed)) {
                throw new IOException("Cannot rename " + folder);
            }
            files.delete(removed, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    /** Drops the cached log of a table in this session. */
    public void forget(Relation table) {
        DeltaLog.invalidateCache(spark, new Path(folder(table)));
    }

    private static Column[] columns(String[] names) {
        return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            values.add(row.get(i));
        }
        return values;
    }

    /**
     * Refuses tables of other versions.
     *
     * @throws ExperimentException if an existing table differs from its definition
     */
    public void requireCurrent(List<Table> tables) {
        tables.stream().filter(table -> state(table).exists()).forEach(this::requireCurrent);
    }

    void requireCurrent(Relation table) {
        difference(table).refuse(folder(table), migrateCommand(root));
    }

    /** The difference between an existing table and its definition. */
    SchemaDifference difference(Relation table) {
        TableState state = state(table);
        return SchemaDifference.between(state.schema(), state.properties(), table, definition(table));
    }

    public static String migrateCommand(Path root) {
        String scheme = root.toUri().getScheme();
        String place = (scheme == null || scheme.equals("file") ? root.toUri().getPath() : root.toString())
                .replaceFirst("(?<=.)/$", "");
        return "spolia migrate --warehouse " + (place.matches("[\\w/.:@+-]+") ? place : Sql.standardLiteral(place));
    }

    Definition definition(Relation table) {
        return table instanceof ShardTable shard ? shard.definition() : ((Table) table).definition();
    }

    private static FileSystem fileSystem(SparkSession spark, Path path) {
        try {
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the file system of " + path, e);
        }
    }
}
