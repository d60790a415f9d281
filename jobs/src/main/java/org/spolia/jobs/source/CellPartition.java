package org.spolia.jobs.source;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.HasPartitionKey;

/**
 * The input of one task from files in the folder of one cell. Joins by cell combine such partitions without a shuffle.
 *
 * @param slices the slices, one after the other
 * @param cell the value of the key column in all rows, in Spark's internal form
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
