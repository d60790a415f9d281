package org.spolia.jobs.tables.stored;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** Rows that Spark reads, for warehouses of any size and on any file system. */
public final class WarehouseRows implements TableRows {
    private final Warehouse warehouse;

    public WarehouseRows(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public void forEach(Table table, List<String> columns, Consumer<@Nullable String[]> consumer) {
        if (!warehouse.state(table).exists()) {
            return;
        }
        Column[] texts = columns.stream()
                .map(column -> functions.col(column).cast("string"))
                .toArray(Column[]::new);
        Iterator<Row> rows = warehouse.read(table).select(texts).distinct().toLocalIterator();
        rows.forEachRemaining(row -> {
            @Nullable String[] values = new @Nullable String[columns.size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = row.isNullAt(column) ? null : row.getString(column);
            }
            consumer.accept(values);
        });
    }
}
