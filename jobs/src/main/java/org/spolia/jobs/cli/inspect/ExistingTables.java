package org.spolia.jobs.cli.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.cli.common.ExistingWarehouse;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.pipeline.StageCounts;
import org.spolia.jobs.pipeline.StageStatus;
import org.spolia.jobs.pipeline.StoredCounts;
import org.spolia.jobs.tables.StoredTables;
import org.spolia.jobs.tables.Warehouse;

/** The tables of a warehouse that has some, for commands that need Spark for some questions only. */
public final class ExistingTables {
    private final SessionFlags session;
    private @Nullable Warehouse warehouse;

    private ExistingTables(SessionFlags session) {
        this.session = session;
    }

    /**
     * The tables of the warehouse that was named.
     *
     * @throws org.spolia.experiment.ExperimentException if a local warehouse has none
     */
    public static ExistingTables find(SessionFlags session) {
        Optional<Path> folder = session.warehouse().local();
        if (folder.filter(local ->
                        !Files.isDirectory(local) || StoredTables.in(local).isEmpty())
                .isPresent()) {
            throw ExistingWarehouse.noTables(session.warehouse());
        }
        return new ExistingTables(session);
    }

    /** Counts from the logs of a local warehouse; from Spark where it is large or somewhere else. */
    StageCounts counts() {
        return session.warehouse()
                .local()
                .flatMap(folder -> StoredCounts.of(StoredTables.in(folder)))
                .orElseGet(() -> StageStatus.in(warehouse()));
    }

    /** The warehouse in a session of Spark, which starts when it is first asked for. */
    Warehouse warehouse() {
        Warehouse open = warehouse;
        if (open == null) {
            open = ExistingWarehouse.open(session);
            warehouse = open;
        }
        return open;
    }
}
