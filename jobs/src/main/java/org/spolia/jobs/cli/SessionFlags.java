package org.spolia.jobs.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.spolia.jobs.session.SessionOptions;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.WarehouseLocation;
import picocli.CommandLine.Option;

/** The options of every command that opens a Spark session. */
final class SessionFlags {
    private static final String DEFAULT_WAREHOUSE = "out";

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description = "where Spark runs: local[N], spark://…, yarn, k8s://…; default: every core of this machine")
    private String master = "";

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description =
                    "the folder of the tables, local or on any file system that Hadoop knows; default: ${DEFAULT-VALUE}")
    private String warehouse = DEFAULT_WAREHOUSE;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "an entry of Spark's configuration")
    private Map<String, String> configuration = new LinkedHashMap<>();

    @Option(names = "--verbose", description = "show the log of Spark, and stack traces")
    private boolean verbose;

    WarehouseLocation warehouse() {
        return WarehouseLocation.parse(warehouse);
    }

    /** How another command names the same warehouse, with a blank after it; empty for the default one. */
    String warehouseFlag() {
        return warehouse.equals(DEFAULT_WAREHOUSE) ? "" : "--warehouse " + warehouse + " ";
    }

    SparkSession open() {
        SparkSession spark = SparkSessions.open(new SessionOptions(master, configuration));
        spark.sparkContext().setLogLevel(verbose ? "INFO" : "FATAL");
        return spark;
    }
}
