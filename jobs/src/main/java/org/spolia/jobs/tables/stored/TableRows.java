package org.spolia.jobs.tables.stored;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.Table;

/** A source of the rows of tables, reduced to a few columns. */
public interface TableRows {
    /**
     * Passes each row of a table to a consumer, reduced to these columns of texts or integers. There are no rows if the
     * table does not exist. Rows that are equal in these columns may be passed once or several times.
     */
    void forEach(Table table, List<String> columns, Consumer<@Nullable String[]> consumer);
}
