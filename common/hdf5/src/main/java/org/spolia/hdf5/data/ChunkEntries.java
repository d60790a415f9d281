package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;

/** Parses the entries of a chunk index and adds the existing chunks to a table. */
final class ChunkEntries {
    private static final int MASK_BYTES = 4;

    private final Source source;
    private final ChunkGrid grid;
    private final int chunkBytes;
    private final ObjectLocation place;
    private final ChunkTable table = new ChunkTable();

    ChunkEntries(Source source, ChunkGrid grid, int chunkBytes, ObjectLocation place) {
        this.source = source;
        this.grid = grid;
        this.chunkBytes = chunkBytes;
        this.place = place;
    }

    Source source() {
        return source;
    }

    ChunkGrid grid() {
        return grid;
    }

    ObjectLocation place() {
        return place;
    }

    ChunkTable table() {
        return table;
    }

    int chunkBytes() {
        return chunkBytes;
    }

    /** Adds an entry of an array: an address and, if filters change the size, size and mask. */
    void addElement(ByteBuffer buffer, int entryBytes, boolean filtered, long[] scaled) {
        long address = source.address(buffer);
        int sizeBytes = entryBytes - source.superblock().offsetBytes() - MASK_BYTES;
        long bytes = filtered ? Source.unsigned(buffer, sizeBytes) : chunkBytes;
        int mask = filtered ? buffer.getInt() : 0;
        add(scaled, address, bytes, mask);
    }

    /** Checks the size of the entries of an array. */
    void requireEntryBytes(int entryBytes, boolean filtered) {
        int offsetBytes = source.superblock().offsetBytes();
        int sizeBytes = entryBytes - offsetBytes - MASK_BYTES;
        if (filtered ? sizeBytes < 1 || sizeBytes > Long.BYTES : entryBytes != offsetBytes) {
            throw place.damaged("the chunk index has entries of " + entryBytes + " bytes");
        }
    }

    void add(long[] scaled, long address, long bytes, int mask) {
        long number = grid.number(scaled);
        if (address == Source.UNDEFINED || number < 0) {
            return;
        }
        if (bytes < 0 || bytes > Integer.MAX_VALUE - 8) {
            throw place.damaged("the chunk index has a chunk of " + Long.toUnsignedString(bytes) + " bytes");
        }
        source.require(address, bytes, place);
        table.add(number, new StoredChunk(address, (int) bytes, mask));
    }
}
