package org.spolia.jobs.tables;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.session.FastPath;

/** Writes pages of Parquet for plain Parquet tables, and leaves other tables to another writer. */
final class PageWriter implements TableWriter {
    private final Warehouse warehouse;
    private final TableWriter other;

    PageWriter(Warehouse warehouse, TableWriter other) {
        this.warehouse = warehouse;
        this.other = other;
    }

    @Override
    public void append(Relation table, Dataset<Row> rows, Condition condition) {
        if (!isDone(table, condition, append -> append.append(rows))) {
            other.append(table, rows, condition);
        }
    }

    @Override
    public void append(Relation table, List<Row> rows, Condition condition) {
        if (!isDone(table, condition, append -> append.append(rows))) {
            other.append(table, rows, condition);
        }
    }

    private boolean isDone(Relation table, Condition condition, Function<PlainAppend, Boolean> step) {
        return FastPath.WRITER
                .attempt(() -> PlainAppend.begin(warehouse.spark(), table, warehouse.folder(table), condition)
                        .map(step))
                .orElse(false);
    }
}
