package org.spolia.jobs.columns;

import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/** A column of a row group, from its first row to its last. */
interface CellReader {
    /** Writes what the next row has. */
    void next(UnsafeRowWriter row, int place);
}
