package org.spolia.jobs.cli.common;

import java.util.concurrent.FutureTask;
import org.apache.spark.sql.SparkSession;
import org.spolia.jobs.tables.WarehouseLocation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that uses a warehouse. */
public final class SessionFlags {
    private static final String DEFAULT_WAREHOUSE = "out";

    @Mixin
    private SparkFlags spark = new SparkFlags();

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description =
                    "the folder of the tables, local or on any file system that Hadoop supports; default: ${DEFAULT-VALUE}")
    private String warehouse = DEFAULT_WAREHOUSE;

    public WarehouseLocation warehouse() {
        return WarehouseLocation.parse(warehouse);
    }

    /**
     * The option that names the same warehouse in another command, with a space after it; empty for the default
     * warehouse.
     */
    public String warehouseFlag() {
        return warehouse.equals(DEFAULT_WAREHOUSE) ? "" : "--warehouse " + warehouse + " ";
    }

    /** The master in Spark's notation; empty if none is given. */
    public String master() {
        return spark.master();
    }

    public SparkSession open() {
        return spark.open();
    }

    /** Starts to open the session on a separate thread. */
    public FutureTask<SparkSession> opening() {
        FutureTask<SparkSession> opening = new FutureTask<>(this::open);
        Thread thread = new Thread(opening, "session");
        thread.setDaemon(true);
        thread.start();
        return opening;
    }
}
