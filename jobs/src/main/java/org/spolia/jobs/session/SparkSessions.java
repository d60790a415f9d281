package org.spolia.jobs.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.evaluation.CompilerOptions;

/**
 * Opens Spark sessions that support Delta, stay on this machine if the master is local, and log little.
 *
 * <p>Local masters run in this JVM. Every other master is reached through spark-submit, which sets it before our main
 * method starts.
 */
public final class SparkSessions {
    private static final String MASTER = "spark.master";
    private static final String EXTENSIONS = "spark.sql.extensions";
    private static final List<String> OUR_EXTENSIONS =
            List.of("io.delta.sql.DeltaSparkSessionExtension", OperatorFunctions.class.getName());

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("spark.app.name", "spolia"),
            Map.entry("spark.executor.defaultJavaOptions", String.join(" ", CompilerOptions.recommended())),
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.ui.showConsoleProgress", "false"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            // Reads and commits must not wait until all tasks of a batch have started.
            Map.entry("spark.scheduler.mode", "FAIR"),
            Map.entry("spark.sql.ansi.enabled", "true"),
            Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            // Copied files without hidden checksum files, and files in object stores, have no other checksum.
            Map.entry("spark.hadoop.parquet.page.verify-checksum.enabled", "true"),
            // The default of 50 tasks to read a log of a few commits costs more than the commits.
            Map.entry("spark.databricks.delta.snapshotPartitions", "2"),
            // A stage has more than 100 distinct queries on Delta's logs, and 100 is the default; an evicted query is
            // compiled again.
            Map.entry("spark.sql.codegen.cache.maxEntries", "1000"),
            // Several processes may write to the tables of a local disk. Only the driver renames files of logs.
            Map.entry(InProcessFs.SETTING, InProcessFs.class.getName()),
            // Delta would list the files of a small table again for the checksum of each commit.
            Map.entry("spark.databricks.delta.allFilesInCrc.enabled", "false"),
            // With the default, every tenth commit would take ten times as long as the others.
            Map.entry("spark.databricks.delta.properties.defaults.checkpointInterval", "50"),
            // Names only stand for folders, so the catalog's own folder stays empty. Without this setting it would be
            // created in the current folder.
            Map.entry("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/spolia-catalog"));

    /** The driver keeps what a web interface would show of the last thousand jobs, queries and their plans. */
    private static final Map<String, String> WITHOUT_UI = Map.of(
            "spark.ui.retainedJobs", "10",
            "spark.ui.retainedStages", "10",
            "spark.ui.retainedTasks", "1000",
            "spark.sql.ui.retainedExecutions", "10",
            "spark.sql.streaming.ui.retainedQueries", "10");

    /**
     * An aggregation takes a page even for a few rows, and Spark derives 64 MB from the heap: an experiment of 12
     * trials filled 3.4 GB. A task can have 8192 pages.
     */
    private static final String PAGE = "4m";

    private static final Map<String, String> LOCAL_DEFAULTS = Map.of(
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.driver.host", "127.0.0.1",
            "spark.sql.shuffle.partitions", "2",
            "spark.buffer.pageSize", PAGE);

    // About a million candidates.
    private static final long MOST_INTERPRETED_BYTES = 256L << 20;

    private static final Map<String, String> INTERPRETED =
            Map.of("spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    /** Planning each stage again is not worth it for a few rows, because a shuffle has only two partitions anyway. */
    private static final Map<String, String> PLANNED_ONCE = Map.of("spark.sql.adaptive.enabled", "false");

    private SparkSessions() {}

    /**
     * Opens the session, or returns the existing session of this JVM.
     *
     * @throws ExperimentException if Spark has another version, or executors run another Java version than the driver
     */
    public static SparkSession open(SessionOptions options) {
        requireSparkVersion(org.apache.spark.package$.MODULE$.SPARK_VERSION());
        SparkConf configuration = configuration(options);
        SparkSession spark = SparkSession.builder().config(configuration).getOrCreate();
        // With spark-submit, only some threads find our classes by themselves.
        spark.sparkContext().hadoopConfiguration().setClassLoader(SparkSessions.class.getClassLoader());
        if (!isLocal(configuration.get(MASTER))) {
            requireOneJava(spark);
        }
        return spark;
    }

    /**
     * Sets whether Spark compiles a program for each of the following queries, and whether it plans a query again at
     * each shuffle. Compilation took a quarter of the processor time of a small experiment, repeated planning a tenth;
     * both are worth their cost if a query reads many rows. Settings of the user stay.
     *
     * @param bytes the size of the files that a query reads
     */
    public static void expectQueriesOver(SparkSession spark, long bytes) {
        boolean large = bytes > MOST_INTERPRETED_BYTES;
        choose(spark, INTERPRETED, large);
        choose(spark, PLANNED_ONCE, large || !isLocal(spark.sparkContext().master()));
    }

    private static void choose(SparkSession spark, Map<String, String> settings, boolean asUsual) {
        settings.forEach((key, value) -> {
            if (spark.sparkContext().getConf().contains(key)) {
                return;
            }
            if (asUsual) {
                spark.conf().unset(key);
            } else {
                spark.conf().set(key, value);
            }
        });
    }

    /** The number of tasks that run at once. */
    public static int slots(SparkSession spark) {
        return spark.sparkContext().defaultParallelism();
    }

    static SparkConf configuration(SessionOptions options) {
        SparkConf configuration = new SparkConf();
        if (!options.master().isEmpty()) {
            configuration.set(MASTER, options.master());
        }
        configuration.setIfMissing(MASTER, "local[*]");
        options.configuration().forEach(configuration::set);
        FastPath.configure(configuration);
        DEFAULTS.forEach(configuration::setIfMissing);
        if (!configuration.getBoolean("spark.ui.enabled", true)) {
            WITHOUT_UI.forEach(configuration::setIfMissing);
        }
        configuration.set(EXTENSIONS, withOurs(configuration.get(EXTENSIONS, "")));
        // A session names tables in databases that it drops again. Databases of a metastore belong to others.
        configuration.set("spark.sql.catalogImplementation", "in-memory");
        if (configuration.get(MASTER).startsWith("local")) {
            LOCAL_DEFAULTS.forEach(configuration::setIfMissing);
        }
        if (isLocal(configuration.get(MASTER)) && isOnClassPath()) {
            configuration.setIfMissing(InProcessFileSystem.SETTING, InProcessFileSystem.class.getName());
        }
        return configuration;
    }

    private static String withOurs(String extensions) {
        Set<String> all = new LinkedHashSet<>(OUR_EXTENSIONS);
        Stream.of(extensions.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(all::add);
        return String.join(",", all);
    }

    /** Returns whether tasks run in this JVM; {@code local-cluster} starts other JVMs. */
    private static boolean isLocal(String master) {
        return master.equals("local") || master.startsWith("local[");
    }

    /** Returns whether every thread finds our classes. Only some threads find classes that spark-submit adds. */
    private static boolean isOnClassPath() {
        return SparkSessions.class.getClassLoader() == ClassLoader.getSystemClassLoader();
    }

    private static void requireSparkVersion(String found) {
        String expected = expectedSparkVersion();
        if (!found.equals(expected)) {
            throw new ExperimentException("Spark " + found + " is on the class path (SPARK_HOME="
                    + System.getenv().getOrDefault("SPARK_HOME", "") + "), but Spolia needs " + expected
                    + "; point SPARK_HOME to a Spark " + expected + ", such as the one of pip install pyspark=="
                    + expected);
        }
    }

    private static String expectedSparkVersion() {
        try (InputStream stream = SparkSessions.class.getResourceAsStream("/spolia.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("spark.version");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read spolia.properties from the jar", e);
        }
    }

    /** Runs as many tasks as there are slots, which reach every registered executor. */
    private static void requireOneJava(SparkSession spark) {
        int slots = slots(spark);
        List<Integer> executors = new ArrayList<>(JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(Collections.nCopies(slots, 0), slots)
                .map(ignored -> Machine.javaMajor())
                .distinct()
                .collect());
        executors.forEach(major -> requireSameJava(Machine.javaMajor(), major));
    }

    /**
     * Checks that an executor runs the Java version of the driver, because serialised functions and results pass
     * between them.
     */
    public static void requireSameJava(int driver, int executor) {
        if (driver != executor) {
            throw new ExperimentException("The driver runs on Java " + driver + " and an executor on Java " + executor
                    + "; set JAVA_HOME on every machine, or spark.executorEnv.JAVA_HOME, to the same Java");
        }
    }
}
