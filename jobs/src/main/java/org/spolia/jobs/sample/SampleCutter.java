package org.spolia.jobs.sample;

import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.spolia.embedding.WindowCutter;

/**
 * Cuts samples from the rows of a table. Tasks receive a copy.
 *
 * @param columns the columns of the rows, including the channels
 * @param grid the lengths to which frames are reduced; empty to keep their lengths
 * @param window the number of frames of a sample
 * @param stride the number of frames from one sample to the next
 */
public record SampleCutter(SampleColumns columns, List<Integer> grid, int window, int stride) implements Serializable {
    /** Returns the samples of a partition. */
    public Iterator<Sample> of(Iterator<InternalRow> rows) {
        return rows.hasNext()
                ? new SampleReader(rows, columns, grid, new WindowCutter(window, stride))
                : Collections.emptyIterator();
    }
}
