package org.spolia.jobs.source;

import java.util.ArrayList;
import java.util.List;

/**
 * What one task reads of any files.
 *
 * @param slices one after the other
 */
record FilePartition(List<Slice> slices) implements TaskSlices {
    /** To open a file and read its headers takes about as long as to read so much. */
    private static final long OPENING_BYTES = 1 << 16;

    FilePartition {
        slices = List.copyOf(slices);
    }

    /** Puts groups of slices together that take less than this, in their order; what is in one group stays in one partition. */
    static List<FilePartition> pack(List<List<Slice>> groups, long targetBytes) {
        List<FilePartition> partitions = new ArrayList<>();
        List<Slice> open = new ArrayList<>();
        long bytes = 0;
        for (List<Slice> group : groups) {
            long cost = OPENING_BYTES + group.stream().mapToLong(Slice::bytes).sum();
            if (!open.isEmpty() && bytes + cost > targetBytes) {
                partitions.add(new FilePartition(open));
                open.clear();
                bytes = 0;
            }
            open.addAll(group);
            bytes += cost;
        }
        if (!open.isEmpty()) {
            partitions.add(new FilePartition(open));
        }
        return partitions;
    }
}
