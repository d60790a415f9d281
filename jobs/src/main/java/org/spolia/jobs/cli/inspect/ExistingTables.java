package org.spolia.jobs.cli.inspect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.cli.common.ExistingWarehouse;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.stored.StoredTables;
import org.spolia.jobs.tables.stored.TableRows;
import org.spolia.jobs.tables.stored.WarehouseRows;

/** The tables of an existing warehouse, for commands that need Spark only for some queries. */
public final class ExistingTables implements TableRows {
    /** One thread reads this number in a second or two. */
    private static final long MOST_ROWS = 2_000_000;

    private final SessionFlags session;
    private final Optional<StoredTables> stored;
    private @Nullable Warehouse warehouse;

    private ExistingTables(SessionFlags session, Optional<StoredTables> stored) {
        this.session = session;
        this.stored = stored;
    }

    /**
     * Finds the tables of the named warehouse.
     *
     * @throws org.spolia.experiment.ExperimentException if a local warehouse has no tables
     */
    public static ExistingTables find(SessionFlags session) {
        Optional<StoredTables> stored = session.warehouse().local().map(StoredTables::in);
        if (stored.filter(StoredTables::isEmpty).isPresent()) {
            throw ExistingWarehouse.noTables(session.warehouse());
        }
        return new ExistingTables(session, stored);
    }

    /**
     * Checks the logs of a local warehouse, and uses Spark only if one differs.
     *
     * @throws org.spolia.experiment.ExperimentException if a table was written by another version of the schema
     */
    void requireCurrent() {
        if (stored.filter(StoredTables::areCurrent).isEmpty()) {
            warehouse().requireCurrent(List.of(Table.values()));
        }
    }

    /** Reads the files of a local table in this thread. Spark reads large and remote tables. */
    @Override
    public void forEach(Table table, List<String> columns, Consumer<@Nullable String[]> consumer) {
        Optional<StoredTables> files = stored.filter(tables ->
                tables.rows(List.of(table)).filter(rows -> rows <= MOST_ROWS).isPresent());
        TableRows rows = files.isPresent() ? files.get() : new WarehouseRows(warehouse());
        rows.forEach(table, columns, consumer);
    }

    /** The warehouse in a Spark session, which starts on first use. */
    Warehouse warehouse() {
        Warehouse open = warehouse;
        if (open == null) {
            open = ExistingWarehouse.open(session);
            warehouse = open;
        }
        return open;
    }
}
