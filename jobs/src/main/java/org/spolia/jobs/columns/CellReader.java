package org.spolia.jobs.columns;

import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/** A column of a row group, from its first row to its last. */
interface CellReader {
    /** Writes the value of the next row. */
    void next(UnsafeRowWriter row, int place);
}
