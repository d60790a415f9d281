package org.spolia.jobs.tables;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Delta's own writer, which supports every kind of table. */
final class DeltaWriter implements TableWriter {
    private final Warehouse warehouse;

    DeltaWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public void append(Relation table, Dataset<Row> rows, Optional<Transaction> transaction) {
        // Callers choose the number of files, which saves the shuffle that Delta would use.
        DataFrameWriter<Row> writer = rows.write().mode("append").option("optimizeWrite", "false");
        save(table, writer, transaction);
    }

    @Override
    public void append(Relation table, List<Row> rows) {
        append(table, rows(warehouse.spark(), rows, table.schema()), Optional.empty());
    }

    /** Returns rows of the driver as a query with one partition. */
    static Dataset<Row> rows(SparkSession spark, List<Row> rows, StructType schema) {
        return spark.createDataFrame(rows, schema).coalesce(1);
    }

    /**
     * Replaces all rows with a value in a text column.
     *
     * @param note the description of the commit in the history of the table
     */
    void replace(Table table, String column, String value, Dataset<Row> rows, Transaction transaction, String note) {
        DataFrameWriter<Row> writer = rows.write()
                .mode("overwrite")
                .option("replaceWhere", column + " = " + Sql.literal(value))
                .option("userMetadata", note);
        save(table, writer, Optional.of(transaction));
    }

    private void save(Relation table, DataFrameWriter<Row> writer, Optional<Transaction> transaction) {
        transaction.ifPresent(
                write -> writer.option("txnAppId", write.application()).option("txnVersion", write.version()));
        writer.format("delta").save(warehouse.folder(table));
    }
}
