package org.spolia.jobs.source;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.HasPartitionKey;

/**
 * What one task reads of files that lie in the folder of one cell, so that joins by cells bring such partitions together as they are.
 *
 * @param slices one after the other
 * @param cell what the column of the key has in all rows, as Spark holds it
 */
record CellPartition(List<Slice> slices, int cell) implements TaskSlices, HasPartitionKey {
    CellPartition {
        slices = List.copyOf(slices);
    }

    @Override
    public InternalRow partitionKey() {
        return new GenericInternalRow(new Object[] {cell});
    }
}
