package org.spolia.jobs.source;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What a read takes, known from headers.
 *
 * @param partitions what its tasks read
 * @param files that it opens
 * @param rows that it has
 * @param bytes that the columns which are wanted take once decoded
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
