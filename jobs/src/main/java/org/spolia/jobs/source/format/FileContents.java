package org.spolia.jobs.source.format;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.spolia.hdf5.layout.FrameUnit;

/** An open file as rows. Only headers have been read. */
public interface FileContents {
    FileHeader header();

    /** Splits the rows between the chunks of these columns, whose names are folded. */
    List<FrameUnit> units(Set<String> columns, long mostBytes);

    /**
     * Reads all requested values, which reveals damage anywhere, and returns the moments of the fields. Datasets that
     * are not fields have no facts.
     */
    List<FieldFacts> facts(Selection selection);

    /** The axes of the grid of the fields; empty without fields. */
    List<AxisFacts> axes();

    /** Returns the rows of a unit with these columns. A column that the file lacks is NULL. */
    Iterator<InternalRow> rows(StructType columns, FrameUnit unit, Selection selection);

    /** Returns the rows in batches, for formats whose columns are scalars. */
    default Iterator<ColumnarBatch> batches(StructType columns, FrameUnit unit) {
        throw new UnsupportedOperationException("Rows of frames are read one by one");
    }
}
