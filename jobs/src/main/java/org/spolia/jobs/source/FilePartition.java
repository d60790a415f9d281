package org.spolia.jobs.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The input of one task from any files.
 *
 * @param slices the slices, one after the other
 */
record FilePartition(List<Slice> slices) implements TaskSlices {
    /** Opening a file and reading its headers takes about as long as reading this number of bytes. */
    private static final long OPENING_BYTES = 1 << 16;

    FilePartition {
        slices = List.copyOf(slices);
    }

    /** Combines groups of slices that are smaller than the target, in order. A group stays in one partition. */
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
