package org.spolia.jobs.faults;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.FewRows;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** Appends one row at a time to a table that other processes also append to. */
final class AppendsRun {
    private AppendsRun() {}

    /** The arguments are the folder of the warehouse, the name of this writer and the number of commits. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSessions.open(FewRows.session("local[1]"));
        spark.sparkContext().setLogLevel("FATAL");
        Warehouse warehouse = TestWarehouse.at(spark, Path.of(arguments[0]));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            warehouse.append(
                    Table.OPERATOR_SETS,
                    List.of(new OperatorSetRow(
                            arguments[1] + "-" + i, "plain", List.of("+"), OperatorSetRow.NONE, null)));
        }
        spark.stop();
    }
}
