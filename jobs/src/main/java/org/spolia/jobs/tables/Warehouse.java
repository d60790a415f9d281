package org.spolia.jobs.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.ExperimentException;

/**
 * The folder of all tables, seen through one Spark session. The folders are the truth; the catalog of the session only has names for
 * them.
 */
public final class Warehouse {
    private final SparkSession spark;
    private final Path root;

    private Warehouse(SparkSession spark, Path root) {
        this.spark = spark;
        this.root = root;
    }

    /** The warehouse in this folder of a local disk or of any Hadoop file system. Nothing is read or made yet. */
    public static Warehouse at(SparkSession spark, String location) {
        Path path = new Path(location);
        return new Warehouse(spark, fileSystem(spark, path).makeQualified(path));
    }

    public SparkSession spark() {
        return spark;
    }

    public FileSystem fileSystem() {
        return fileSystem(spark, root);
    }

    /** A path below the folder of the warehouse. */
    public Path path(String name) {
        return new Path(root, name);
    }

    public String folder(Table table) {
        return path(table.tableName()).toString();
    }

    /** What Delta's log says about a table now. */
    public TableState state(Table table) {
        return TableState.read(spark, folder(table));
    }

    /**
     * Creates the tables that are missing, in their fixed order, and registers tables and views by name.
     *
     * @throws ExperimentException if a table was written by another version of the schema
     */
    public void create() {
        requireSchemaVersions();
        useDatabase();
        for (Table table : Table.values()) {
            if (!state(table).exists()) {
                spark.sql(table.definition().createAt(folder(table)));
            }
        }
        register();
    }

    /** Gives the tables that exist, and the views that they allow, their names in the catalog of the session. Writes nothing. */
    public void register() {
        requireSchemaVersions();
        useDatabase();
        List<String> present = new ArrayList<>();
        for (Table table : Table.values()) {
            if (state(table).exists()) {
                spark.sql(
                        "CREATE TABLE IF NOT EXISTS " + table + " USING delta LOCATION " + Sql.literal(folder(table)));
                present.add(table.tableName());
            }
        }
        if (present.size() == Table.values().length) {
            for (View view : View.values()) {
                if (!spark.catalog().tableExists(view.viewName())) {
                    spark.sql(view.statement());
                }
            }
        }
    }

    public boolean isEmpty() {
        for (Table table : Table.values()) {
            if (state(table).exists()) {
                return false;
            }
        }
        return true;
    }

    public Dataset<Row> read(Table table) {
        return spark.read().format("delta").load(folder(table));
    }

    /** The rows as they are appended, one file of the table in a batch. */
    public Dataset<Row> readFileByFile(Table table) {
        return spark.readStream()
                .format("delta")
                .option("maxFilesPerTrigger", 1)
                .load(folder(table));
    }

    public void append(Table table, Dataset<Row> rows) {
        writer(rows).save(folder(table));
    }

    /** Appends unless this write is in the table already. An empty set of rows is recorded too. */
    public void append(Table table, Dataset<Row> rows, Transaction transaction) {
        writer(rows)
                .option("txnAppId", transaction.application())
                .option("txnVersion", transaction.version())
                .save(folder(table));
    }

    public void append(Table table, List<? extends Record> records) {
        append(table, rows(table, records));
    }

    /** Records as rows of a table. */
    public Dataset<Row> rows(Table table, List<? extends Record> records) {
        List<Row> rows = new ArrayList<>();
        for (Record record : records) {
            rows.add(RecordRows.toRow(record, table.schema()));
        }
        return spark.createDataFrame(rows, table.schema()).coalesce(1);
    }

    /** Each warehouse has a database of its own, so that one JVM may work in several. */
    private void useDatabase() {
        String database = "spolia_" + Integer.toHexString(root.toString().hashCode());
        spark.sql("CREATE DATABASE IF NOT EXISTS " + database);
        spark.sql("USE " + database);
    }

    private static DataFrameWriter<Row> writer(Dataset<Row> rows) {
        return rows.write().format("delta").mode("append");
    }

    private void requireSchemaVersions() {
        for (Table table : Table.values()) {
            TableState state = state(table);
            String expected = table.definition().schemaVersion();
            String found = state.properties().getOrDefault(Definition.SCHEMA_VERSION, "none");
            if (state.exists() && !found.equals(expected)) {
                throw new ExperimentException("Table " + folder(table) + " has schema version " + found
                        + ", and this Spolia needs " + expected
                        + "; use the Spolia that wrote it, another --warehouse, or drop the tables with spolia reset");
            }
        }
    }

    private static FileSystem fileSystem(SparkSession spark, Path path) {
        try {
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the file system of " + path, e);
        }
    }
}
