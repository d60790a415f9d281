package org.spolia.jobs.source;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What a read takes, known from headers.
 *
 * @param partitions what its tasks read
 * @param key the column that has one value in each partition, if there is one
 * @param files that it opens
 * @param rows that it has
 * @param bytes that the columns which are wanted take once decoded
 */
record ReadPlan(List<? extends TaskSlices> partitions, Optional<String> key, long files, long rows, long bytes) {
    /** A task that reads half as much costs little more. */
    private static final int MOST_TIMES = 2;

    ReadPlan {
        partitions = List.copyOf(partitions);
    }

    static ReadPlan of(List<Slice> slices, List<FilePartition> partitions) {
        return new ReadPlan(
                partitions,
                Optional.empty(),
                slices.stream().map(Slice::file).distinct().count(),
                slices.stream().mapToLong(Slice::rows).sum(),
                slices.stream().mapToLong(Slice::bytes).sum());
    }

    /** The same in these partitions, unless they are so many and so small that a shuffle costs less than they do. */
    ReadPlan keyed(String column, List<CellPartition> cells, int most) {
        return cells.size() > Math.max(most, MOST_TIMES * partitions.size())
                ? this
                : new ReadPlan(cells, Optional.of(column), files, rows, bytes);
    }

    InputPartition[] input() {
        return partitions.toArray(InputPartition[]::new);
    }

    @Override
    public String toString() {
        return files + " files in " + partitions.size() + " partitions, " + bytes + " bytes";
    }
}
