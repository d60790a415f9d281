package org.spolia.jobs.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Delta's own writer, which supports every kind of table. */
final class DeltaWriter implements TableWriter {
    /** Callers choose the number of files, which saves the shuffle that Delta would use. */
    private static final Map<String, String> AS_GIVEN = Map.of("optimizeWrite", "false");

    private final Warehouse warehouse;

    DeltaWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public void append(Relation table, Dataset<Row> rows, Condition condition) {
        if (condition.unchanged().isPresent()) {
            append(table, rows, condition.unchanged().get());
            return;
        }
        DataFrameWriter<Row> writer = rows.write().mode("append").options(AS_GIVEN);
        save(table, writer, condition.once());
    }

    @Override
    public void append(Relation table, List<Row> rows, Condition condition) {
        append(table, rows(warehouse.spark(), rows, table.schema()), condition);
    }

    private void append(Relation table, Dataset<Row> rows, TableState seen) {
        OptimisticTransaction delta = seen.transaction(warehouse.spark(), warehouse.folder(table));
        delta.readWholeTable();
        DeltaOptions options = new DeltaOptions(
                scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(AS_GIVEN)), SQLConf.get());
        Seq<FileAction> files = delta.writeFiles(rows, Option.apply(options));
        delta.commit(
                CollectionConverters.asScala(List.<Action>copyOf(CollectionConverters.asJava(files)))
                        .toSeq(),
                PlainAppend.operation());
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
