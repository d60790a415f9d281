package org.spolia.jobs.tables.stored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.Table;

/** Reads the same columns of a table only once. Of equal rows that follow each other, it keeps one in memory. */
public final class RememberedRows implements TableRows {
    private record Columns(Table table, List<String> names) {}

    private final TableRows rows;
    private final Map<Columns, List<@Nullable String[]>> known = new HashMap<>();

    public RememberedRows(TableRows rows) {
        this.rows = rows;
    }

    @Override
    public void forEach(Table table, List<String> columns, Consumer<@Nullable String[]> consumer) {
        known.computeIfAbsent(new Columns(table, columns), this::read).forEach(row -> consumer.accept(row.clone()));
    }

    private List<@Nullable String[]> read(Columns columns) {
        List<@Nullable String[]> read = new ArrayList<>();
        rows.forEach(columns.table(), columns.names(), row -> {
            if (read.isEmpty() || !Arrays.equals(read.get(read.size() - 1), row)) {
                read.add(row);
            }
        });
        return read;
    }
}
