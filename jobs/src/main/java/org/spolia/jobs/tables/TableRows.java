package org.spolia.jobs.tables;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a few columns of tables row by row, by whatever means is at hand. */
public interface TableRows {
    /**
     * Hands on each row of a table, reduced to these columns of texts or integers; none if there is no such table. Rows that are equal in
     * these columns may come once or several times.
     */
    void forEach(Table table, List<String> columns, Consumer<@Nullable String[]> consumer);
}
