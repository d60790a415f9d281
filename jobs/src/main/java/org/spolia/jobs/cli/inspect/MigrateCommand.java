package org.spolia.jobs.cli.inspect;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.spolia.jobs.cli.common.ExistingWarehouse;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.right.WarehouseUse;
import org.spolia.jobs.tables.Migration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate}. */
@Command(
        name = "migrate",
        description = {
            "Add the columns, constraints and tables of this version to the tables of an older version. Rows do not change.",
            "Refuses and changes nothing if a table needs other rows. You can repeat the command."
        })
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Override
    public Integer call() {
        // Fails for a folder without tables before a lock file is created there.
        ExistingTables.find(session);
        Optional<WarehouseUse> use = session.warehouse().local().map(folder -> WarehouseUse.alone(folder, "migrate"));
        try {
            Migration.run(ExistingWarehouse.open(session), System.out::println);
            return 0;
        } finally {
            use.ifPresent(WarehouseUse::close);
        }
    }
}
