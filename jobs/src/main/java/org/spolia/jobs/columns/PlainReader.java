package org.spolia.jobs.columns;

import org.apache.parquet.column.ColumnReader;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/** A column with one value, or NULL, in a row. */
final class PlainReader implements CellReader {
    private final ColumnReader column;
    private final Plain kind;

    PlainReader(ColumnReader column, Plain kind) {
        this.column = column;
        this.kind = kind;
    }

    @Override
    public void next(UnsafeRowWriter row, int place) {
        if (column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel()) {
            kind.write(column, row, place);
        } else {
            row.setNullAt(place);
        }
        column.consume();
    }
}
