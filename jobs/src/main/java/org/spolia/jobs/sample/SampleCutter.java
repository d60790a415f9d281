package org.spolia.jobs.sample;

import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.spolia.embedding.WindowCutter;

/**
 * How samples are cut from the rows of a table, for tasks to take along.
 *
 * @param columns those of the rows, of which some are channels
 * @param grid the lengths that frames are brought to; empty for those that they have
 * @param window the frames of a sample
 * @param stride the frames from one to the next
 */
public record SampleCutter(SampleColumns columns, List<Integer> grid, int window, int stride) implements Serializable {
    /** The samples of a partition. */
    public Iterator<Sample> of(Iterator<InternalRow> rows) {
        return rows.hasNext()
                ? new SampleReader(rows, columns, grid, new WindowCutter(window, stride))
                : Collections.emptyIterator();
    }
}
