package org.spolia.jobs.source;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.read.HasPartitionStatistics;

/** The input of one task: slices, one after the other. */
interface TaskSlices extends HasPartitionStatistics {
    List<Slice> slices();

    @Override
    default OptionalLong sizeInBytes() {
        return OptionalLong.of(slices().stream().mapToLong(Slice::bytes).sum());
    }

    @Override
    default OptionalLong numRows() {
        return OptionalLong.of(slices().stream().mapToLong(Slice::rows).sum());
    }

    @Override
    default OptionalLong filesCount() {
        return OptionalLong.of(slices().stream().map(Slice::file).distinct().count());
    }
}
