package org.spolia.jobs.cli.common;

import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseLocation;

/** Opens a warehouse for commands that are useless on an empty one. */
public final class ExistingWarehouse {
    private ExistingWarehouse() {}

    public static Warehouse open(SessionFlags session) {
        WarehouseLocation location = session.warehouse();
        if (location.local().filter(folder -> !Files.isDirectory(folder)).isPresent()) {
            throw noTables(location);
        }
        SparkSession spark = session.open();
        SparkSessions.expectQueriesOver(spark, 0);
        Warehouse warehouse = Warehouse.at(spark, location);
        if (warehouse.isEmpty()) {
            throw noTables(location);
        }
        return warehouse;
    }

    public static ExperimentException noTables(WarehouseLocation location) {
        return new ExperimentException("There are no tables in " + location
                + "; create some with spolia run CONFIG, or name another --warehouse");
    }
}
