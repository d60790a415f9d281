package org.spolia.jobs.cli.common;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.spolia.jobs.session.RunFolder;
import org.spolia.jobs.session.SessionOptions;
import org.spolia.jobs.session.SparkSessions;
import picocli.CommandLine.Option;

/** The Spark master, its configuration and its log level. */
final class SparkFlags {
    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description = "where Spark runs: local[N], spark://…, yarn, k8s://…; default: every core of this machine")
    private String master = "";

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "an entry of Spark's configuration")
    private Map<String, String> configuration = new LinkedHashMap<>();

    @Option(names = "--verbose", description = "show the log of Spark, and stack traces")
    private boolean verbose;

    String master() {
        return master;
    }

    SparkSession open() {
        RunFolder.enter();
        SparkSession spark = SparkSessions.open(new SessionOptions(master, configuration));
        spark.sparkContext().setLogLevel(verbose ? "INFO" : "FATAL");
        return spark;
    }
}
