package org.spolia.jobs.tables.stored;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.Table;

/** Reads the same columns of a table only once. It keeps each different row in memory. */
public final class RememberedRows implements TableRows {
    private record Columns(Table table, List<String> names) {}

    private final TableRows rows;
    private final Map<Columns, Set<List<@Nullable String>>> known = new HashMap<>();

    public RememberedRows(TableRows rows) {
        this.rows = rows;
    }

    @Override
    public void forEach(Table table, List<String> columns, Consumer<@Nullable String[]> consumer) {
        known.computeIfAbsent(new Columns(table, columns), this::read)
                .forEach(row -> consumer.accept(row.toArray(String[]::new)));
    }

    private Set<List<@Nullable String>> read(Columns columns) {
        Set<List<@Nullable String>> read = new LinkedHashSet<>();
        rows.forEach(columns.table(), columns.names(), row -> read.add(Arrays.asList(row)));
        return read;
    }
}
