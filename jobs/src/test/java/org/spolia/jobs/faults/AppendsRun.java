package org.spolia.jobs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.jobs.FewRows;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** Plans an experiment and then appends one row at a time, at the same time as other processes of this class. */
final class AppendsRun {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    /** Then another process has failed. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private AppendsRun() {}

    /**
     * The arguments are the folder of the warehouse, the configuration, the number of commits, the name of this process
     * and those of all processes.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String name = arguments[3];
        List<String> all = List.of(arguments).subList(4, arguments.length);
        SparkSession spark = SparkSessions.open(FewRows.session("local[1]"));
        spark.sparkContext().setLogLevel("FATAL");
        awaitAll(folder, "started", name, all);
        Captured plan = Captured.run("plan", arguments[1], "--warehouse", folder.toString());
        if (plan.exitCode() != 0) {
            throw new IllegalStateException(plan.toString());
        }
        awaitAll(folder, "planned", name, all);
        Warehouse warehouse = TestWarehouse.at(spark, folder);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            warehouse.append(Table.OPERATOR_SETS, List.of(row(name, i)));
        }
        spark.stop();
    }

    /** The row that a process appends in one of its commits. */
    static OperatorSetRow row(String name, int commit) {
        return new OperatorSetRow(name + "-" + commit, "plain", List.of("+"), OperatorSetRow.NONE, null);
    }

    /** Waits until all processes are here. */
    private static void awaitAll(Path folder, String place, String name, List<String> all) throws IOException {
        Files.createFile(mark(folder, place, name));
        Instant end = Instant.now().plus(LONGEST);
        for (String other : all) {
            while (!Files.exists(mark(folder, place, other))) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException(other + " did not reach '" + place + "'");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    /** Next to the warehouse, which only has tables. */
    private static Path mark(Path folder, String place, String name) {
        return folder.resolveSibling(place + "-" + name);
    }
}
