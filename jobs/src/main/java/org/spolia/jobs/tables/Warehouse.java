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
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.session.FastPath;

/**
 * The folder of all tables, seen through one Spark session. The folders are the truth; the catalog of the session only has names for
 * them.
 */
public final class Warehouse {
    private static final int CREATED_AT_ONCE = 4;

    private final SparkSession spark;
    private final Path root;
    private final SessionCatalog catalog;
    private final DeltaWriter delta;

    private Warehouse(SparkSession spark, Path root) {
        this.spark = spark;
        this.root = root;
        this.catalog = new SessionCatalog(spark, this);
        this.delta = new DeltaWriter(this);
    }

    /** The warehouse at this place. Nothing is read or made yet. */
    public static Warehouse at(SparkSession spark, WarehouseLocation location) {
        FastPath.READER.attempt(() -> {
            LongArrays.teach(spark);
            return Optional.empty();
        });
        Path path =
                new Path(location.local().map(java.nio.file.Path::toUri).orElseGet(() -> URI.create(location.text())));
        return new Warehouse(spark, fileSystem(spark, path).makeQualified(path));
    }

    public SparkSession spark() {
        return spark;
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

    /** What Delta's log says about a table now. */
    public TableState state(Relation table) {
        return TableState.read(spark, folder(table));
    }

    /**
     * Creates the tables that are missing, several at a time, since each costs the driver alone.
     *
     * @throws ExperimentException if a table was written by another version of the schema
     */
    public void create() {
        requireCurrent(List.of(Table.values()));
        catalog.useDatabase();
        List<Callable<Object>> creations = new ArrayList<>();
        for (Table table : Table.values()) {
            if (!state(table).exists()) {
                // One after the other, because all that is removed goes through one folder.
                removeRemains(new Path(folder(table)));
                catalog.makeWay(table);
                creations.add(Executors.callable(() -> create(table, table.definition())));
            }
        }
        Concurrently.run(CREATED_AT_ONCE, creations);
    }

    /** Creates a table for what files hold, unless it is there. */
    public void create(ShardTable table) {
        if (!state(table).exists()) {
            catalog.makeRoom(table.kind());
            removeRemains(new Path(folder(table)));
            create(table, table.definition());
        }
    }

    private void create(Relation table, Definition definition) {
        spark.sql(definition.createAt(folder(table)));
    }

    /** A creation that was killed leaves a folder with nothing but a log without a version; whatever else is there is not ours. */
    private void removeRemains(Path folder) {
        try {
            FileStatus[] inside = fileSystem().listStatus(folder);
            if (Arrays.stream(inside).allMatch(file -> file.getPath().getName().equals("_delta_log"))) {
                remove(folder);
            }
        } catch (FileNotFoundException e) {
            // Nothing is in the way.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** Gives tables and views their names in the catalog of the session. Writes nothing. */
    public void register() {
        register(Names.ALL);
    }

    /** The same for those alone that a statement speaks of, since each takes a moment; for all if it speaks of none. */
    public void registerFor(String statement) {
        register(Names.inOrAll(statement));
    }

    private void register(Names names) {
        requireCurrent(names.tables());
        catalog.register(names);
    }

    /** What the files take of the tables that a statement speaks of; of all if it speaks of none. */
    public long bytesFor(String statement) {
        Names names = Names.inOrAll(statement);
        List<Relation> tables = new ArrayList<>(names.tables());
        names.kinds().forEach(kind -> tables.addAll(shardTables(kind)));
        return bytes(tables);
    }

    /** What the files of tables take. */
    public long bytes(List<? extends Relation> tables) {
        return tables.stream().mapToLong(table -> state(table).bytes()).sum();
    }

    /**
     * The table of a data set, with the columns that it got when it was made.
     *
     * @throws ExperimentException if it was written by another version of the schema
     */
    public Optional<ShardTable> shardTable(ShardKind kind, String name) {
        Optional<ShardTable> table = find(kind, name);
        table.ifPresent(this::requireCurrent);
        return table;
    }

    /** The same by its whole name, such as {@code surveys.desi}. */
    public Optional<ShardTable> shardTable(String name) {
        String[] parts = name.split("\\.", -1);
        return shardTable(ShardKind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    }

    private Optional<ShardTable> find(ShardKind kind, String name) {
        TableState state = TableState.read(spark, path(kind + "/" + name).toString());
        return state.exists() ? Optional.of(new ShardTable(kind, name, state.schema())) : Optional.empty();
    }

    /** The tables that files gave their columns, by name, whatever version of the schema they have. */
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

    /** Every table that exists. */
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

    /** All rows; none if there is no such table, as after a reset. */
    public Dataset<Row> read(Relation table) {
        return state(table).exists() ? spark.read().format("delta").load(folder(table)) : none(table);
    }

    /** The rows of a table as it was in a state that was seen, whatever is written meanwhile; none if it was not there. */
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

    /** The rows as they are appended, so many files of the table in a batch. */
    public Dataset<Row> readFiles(Relation table, int filesOfBatch) {
        return spark.readStream()
                .format("delta")
                .option("maxFilesPerTrigger", filesOfBatch)
                .load(folder(table));
    }

    /** Appends rows, which have the columns of the table in their order. */
    public void append(Table table, Dataset<Row> rows) {
        writer().append(table, rows, Optional.empty());
    }

    /** The same unless this write is in the table already. An empty set of rows is recorded too. */
    public void append(Relation table, Dataset<Row> rows, Transaction transaction) {
        writer().append(table, rows, Optional.of(transaction));
    }

    /** Appends records; no record is no commit. */
    public void append(Table table, List<? extends Record> records) {
        if (!records.isEmpty()) {
            writer().append(table, RecordRows.toRows(records, table.schema()));
        }
    }

    private TableWriter writer() {
        return FastPath.WRITER.isWantedBy(spark) ? new PageWriter(this, delta) : delta;
    }

    /**
     * Puts rows in the place of all with a value in a text column, in one commit, unless this write is in the table already.
     *
     * @param note what the commit says about itself in the history of the table
     */
    public void replace(
            Table table, String column, String value, Dataset<Row> rows, Transaction transaction, String note) {
        delta.replace(table, column, value, rows, transaction, note);
    }

    /** Records as rows of a table. */
    public Dataset<Row> rows(Table table, List<? extends Record> records) {
        return DeltaWriter.rows(spark, RecordRows.toRows(records, table.schema()), table.schema());
    }

    /** The records whose keys are not in the table, in their order. */
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

    /** Those of the given values that a text column holds. */
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

    /** Removes a table with all its rows and its name; a killed removal is seen as no table, or as the whole one. */
    public void drop(Relation table) {
        spark.sql("DROP TABLE IF EXISTS " + table);
        remove(new Path(folder(table)));
        forget(table);
    }

    /** Puts the small files of a table together; its rows stay as they are. */
    public void compact(Table table) {
        DeltaTable.forPath(spark, folder(table)).optimize().executeCompaction();
    }

    /** Removes the rows of a table whose text column has one of these values. */
    public void delete(Table table, String column, Collection<String> values) {
        DeltaTable.forPath(spark, folder(table)).delete(functions.col(column).isInCollection(values));
    }

    /** Removes a folder of the warehouse: it disappears at once, and its contents then. */
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

    /** Drops what this session remembers of a table's log. */
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
     * Refuses tables that another version made.
     *
     * @throws ExperimentException if one of those that exist is not what its definition says
     */
    public void requireCurrent(List<Table> tables) {
        tables.stream().filter(table -> state(table).exists()).forEach(this::requireCurrent);
    }

    void requireCurrent(Relation table) {
        difference(table).refuse(folder(table), migrateCommand(root));
    }

    /** How a table that exists differs from its definition. */
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
