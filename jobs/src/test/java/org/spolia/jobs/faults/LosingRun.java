package org.spolia.jobs.faults;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.spolia.jobs.FewRows;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stages.FakeStage;

/** Runs a stage in executors of a cluster, whose tasks may end them and have twins. */
final class LosingRun {
    private LosingRun() {}

    /** The arguments are the master and the folder of a warehouse. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSessions.open(FewRows.session(arguments[0])
                .with("spark.sql.shuffle.partitions", "2")
                .with("spark.driver.host", "127.0.0.1")
                .with("spark.driver.bindAddress", "127.0.0.1")
                .with("spark.task.maxFailures", "2")
                .with("spark.speculation", "true")
                .with("spark.speculation.quantile", "0.5")
                .with(
                        "spark.executor.extraJavaOptions",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                                + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote")
                .with("spark.executor.extraClassPath", System.getProperty("java.class.path")));
        FakeStage.withOneTable().runOnce(TestWarehouse.at(spark, Path.of(arguments[1])), ProgressListener.SILENT);
        spark.stop();
    }
}
