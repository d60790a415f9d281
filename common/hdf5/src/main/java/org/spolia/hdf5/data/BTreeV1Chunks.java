package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.spolia.hdf5.structure.BTreeV1;
import org.spolia.hdf5.structure.Source;

/** The chunk index of files in the oldest format. */
final class BTreeV1Chunks {
    private final ChunkEntries entries;
    private final long[] last;
    private boolean first = true;

    private BTreeV1Chunks(ChunkEntries entries) {
        this.entries = entries;
        this.last = new long[entries.grid().axes() + 1];
    }

    static void read(long address, ChunkEntries entries) {
        BTreeV1Chunks chunks = new BTreeV1Chunks(entries);
        BTreeV1.ofChunks(entries.source(), entries.grid().axes(), entries.place())
                .visit(address, chunks::add);
    }

    private void add(ByteBuffer key, long address) {
        long bytes = key.getInt() & 0xffffffffL;
        int mask = key.getInt();
        long[] scaled = new long[last.length];
        int axes = entries.grid().axes();
        for (int axis = 0; axis < axes; axis++) {
            long offset = key.getLong();
            int chunk = entries.grid().chunk()[axis];
            if (offset < 0 || offset % chunk != 0) {
                throw entries.place()
                        .damaged("the chunk index has a chunk at " + Long.toUnsignedString(offset) + " on axis " + axis
                                + ", where chunks are " + chunk + " long");
            }
            scaled[axis] = offset / chunk;
        }
        // The last offset is within an element. It is 0, except for the bound of a leaf, which is the key of the next
        // leaf or lies beyond.
        scaled[axes] = key.getLong();
        boolean bound = address == Source.UNDEFINED;
        if ((!first && Arrays.compare(last, scaled) >= 0) || (!bound && scaled[axes] != 0)) {
            throw entries.place().damaged("the chunk index is out of order at chunk " + Arrays.toString(scaled));
        }
        first = bound;
        System.arraycopy(scaled, 0, last, 0, last.length);
        entries.add(Arrays.copyOf(scaled, axes), address, bytes, mask);
    }
}
