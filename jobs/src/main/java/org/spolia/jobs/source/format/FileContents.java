package org.spolia.jobs.source.format;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.spolia.hdf5.layout.FrameUnit;

/** An open file as rows, of which nothing but headers has been read. */
public interface FileContents {
    FileHeader header();

    /** Cuts the rows between the chunks of these columns, whose names are folded. */
    List<FrameUnit> units(Set<String> columns, long mostBytes);

    /**
     * Reads all values that are wanted, so that damage comes to light wherever it is, and sums the fields up; nothing is said about what
     * is no field.
     */
    List<FieldFacts> facts(Selection selection);

    /** The axes of the grid that fields are on; none where there are no fields. */
    List<AxisFacts> axes();

    /** The rows of a unit, with these columns; one that the file lacks is NULL. */
    Iterator<InternalRow> rows(StructType columns, FrameUnit unit, Selection selection);

    /** The same in batches, for formats whose columns are single values. */
    default Iterator<ColumnarBatch> batches(StructType columns, FrameUnit unit) {
        throw new UnsupportedOperationException("Rows of frames are read one by one");
    }
}
