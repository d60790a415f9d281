package org.spolia.jobs.cli.common;

import java.util.concurrent.FutureTask;
import org.apache.spark.sql.SparkSession;
import org.spolia.jobs.tables.WarehouseLocation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that works on a warehouse. */
public final class SessionFlags {
    private static final String DEFAULT_WAREHOUSE = "out";

    @Mixin
    private SparkFlags spark = new SparkFlags();

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description =
                    "the folder of the tables, local or on any file system that Hadoop knows; default: ${DEFAULT-VALUE}")
    private String warehouse = DEFAULT_WAREHOUSE;

    public WarehouseLocation warehouse() {
        return WarehouseLocation.parse(warehouse);
    }

    /** How another command names the same warehouse, with a blank after it; empty for the default one. */
    public String warehouseFlag() {
        return warehouse.equals(DEFAULT_WAREHOUSE) ? "" : "--warehouse " + warehouse + " ";
    }

    public SparkSession open() {
        return spark.open();
    }

    /** Begins to open the session on a thread of its own, while the caller goes on. */
    public FutureTask<SparkSession> opening() {
        FutureTask<SparkSession> opening = new FutureTask<>(this::open);
        Thread thread = new Thread(opening, "session");
        thread.setDaemon(true);
        thread.start();
        return opening;
    }
}
