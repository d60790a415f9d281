package org.spolia.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * The plan of a read, computed from headers.
 *
 * @param partitions the inputs of its tasks
 * @param files the number of files that it opens
 * @param rows the number of rows
 * @param bytes the decoded size of the requested columns
 */
record ReadPlan(List<? extends TaskSlices> partitions, long files, long rows, long bytes) {
    ReadPlan {
        partitions = List.copyOf(partitions);
    }

    static ReadPlan of(List<Slice> slices, List<? extends TaskSlices> partitions) {
        return new ReadPlan(
                partitions,
                slices.stream().map(Slice::file).distinct().count(),
                slices.stream().mapToLong(Slice::rows).sum(),
                slices.stream().mapToLong(Slice::bytes).sum());
    }

    InputPartition[] input() {
        return partitions.toArray(InputPartition[]::new);
    }

    @Override
    public String toString() {
        return files + " files in " + partitions.size() + " partitions, " + bytes + " bytes";
    }
}
