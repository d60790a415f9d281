package org.spolia.jobs.faults;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.FewRows;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.LongArrays;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/** Writes records and rows with arrays to a warehouse and reads them again. */
final class ArraysRun {
    private ArraysRun() {}

    /** The argument is the folder. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSessions.open(FewRows.session("local[2]"));
        spark.sparkContext().setLogLevel("FATAL");
        Warehouse warehouse = TestWarehouse.at(spark, Path.of(arguments[0]));
        for (int i = 0; i < 2; i++) {
            warehouse.append(Table.EMBEDDINGS, embeddings(spark), new Transaction("embed/x/y", i));
            warehouse.append(
                    Table.OPERATOR_SETS,
                    List.of(new OperatorSetRow("a", "plain", List.of("+"), OperatorSetRow.NONE, null)));
        }
        spark.conf().set(LongArrays.BY_PAGES, "true");
        for (int i = 0; i < 2; i++) {
            System.out.println("sums "
                    + warehouse
                            .read(Table.EMBEDDINGS)
                            .selectExpr("count(*)", "sum(step)", "sum(embedding[1])")
                            .head());
        }
        System.out.println("sets " + warehouse.read(Table.OPERATOR_SETS).count());
        spark.stop();
    }

    /** Forty embeddings. */
    private static Dataset<Row> embeddings(SparkSession spark) {
        return spark.range(0, 40, 1, 2)
                .selectExpr(
                        "'e' AS encoder_id",
                        "'u' AS setting",
                        "'simulations.a' AS dataset",
                        "'file' AS file",
                        "'train' AS split",
                        "0 AS trajectory",
                        "int(id) AS step",
                        "CAST(NULL AS BIGINT) AS row",
                        "CAST(NULL AS STRING) AS object_id",
                        "transform(sequence(1, 8), x -> float(x * id)) AS embedding",
                        "CAST(NULL AS ARRAY<SMALLINT>) AS half",
                        "CAST(NULL AS STRING) AS reason");
    }
}
