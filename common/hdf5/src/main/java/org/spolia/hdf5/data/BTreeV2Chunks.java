package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import org.spolia.hdf5.structure.BTreeV2;

/** The chunk index of datasets that are unlimited along more than one axis. */
final class BTreeV2Chunks {
    private static final int PLAIN = 10;
    private static final int FILTERED = 11;

    private BTreeV2Chunks() {}

    static void read(long address, boolean filtered, ChunkEntries entries) {
        BTreeV2 tree = BTreeV2.open(entries.source(), address, filtered ? FILTERED : PLAIN, entries.place());
        int axes = entries.grid().axes();
        int entryBytes = tree.recordBytes() - Long.BYTES * axes;
        entries.requireEntryBytes(entryBytes, filtered);
        tree.visit(record -> add(record, entryBytes, filtered, entries));
    }

    private static void add(ByteBuffer record, int entryBytes, boolean filtered, ChunkEntries entries) {
        long[] scaled = new long[entries.grid().axes()];
        ByteBuffer offsets =
                record.slice(entryBytes, Long.BYTES * scaled.length).order(record.order());
        for (int axis = 0; axis < scaled.length; axis++) {
            scaled[axis] = offsets.getLong();
            if (scaled[axis] < 0) {
                throw entries.place().damaged("the chunk index has a chunk before the start of axis " + axis);
            }
        }
        entries.addElement(record, entryBytes, filtered, scaled);
    }
}
