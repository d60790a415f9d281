package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import java.util.List;
import org.spolia.hdf5.filter.ChunkFilter;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;

/** The location of the elements according to the object header. */
public sealed interface Layout {

    /** In the header. */
    record Compact(ByteBuffer bytes) implements Layout {}

    /** Contiguous, or not written yet. */
    record Contiguous(long address) implements Layout {}

    /** The type of chunk index. */
    enum Index {
        B_TREE_1,
        SINGLE,
        IMPLICIT,
        FIXED_ARRAY,
        EXTENSIBLE_ARRAY,
        B_TREE_2
    }

    /**
     * In chunks.
     *
     * @param address the address of the index, or of the chunks themselves if there is no index
     * @param single the size and mask of the only chunk, if filters change them
     */
    record Chunked(
            ChunkGrid grid, int chunkBytes, List<ChunkFilter> filters, Index index, long address, StoredChunk single)
            implements Layout {

        /** Reads the whole index. */
        ChunkTable readIndex(Source source, ObjectLocation place) {
            ChunkEntries entries = new ChunkEntries(source, grid, chunkBytes, place);
            if (address == Source.UNDEFINED || grid.total() == 0) {
                return entries.table();
            }
            boolean filtered = !filters.isEmpty();
            switch (index) {
                case B_TREE_1 -> BTreeV1Chunks.read(address, entries);
                case SINGLE -> entries.add(new long[grid.axes()], address, single.bytes(), single.mask());
                case IMPLICIT -> addInOrder(entries);
                case FIXED_ARRAY -> FixedArray.read(address, filtered, entries);
                case EXTENSIBLE_ARRAY -> ExtensibleArray.read(address, filtered, entries);
                case B_TREE_2 -> BTreeV2Chunks.read(address, filtered, entries);
            }
            return entries.table();
        }

        /** Adds all possible chunks, stored one after another. */
        private void addInOrder(ChunkEntries entries) {
            ChunkCounter counter = ChunkCounter.rowMajor(grid, entries.place());
            long total = 1;
            for (int axis = 0; axis < grid.axes(); axis++) {
                total = Math.multiplyExact(total, grid.countAtMost(axis));
            }
            entries.source().require(address, Math.multiplyExact(total, chunkBytes), entries.place());
            for (long i = 0; i < total; i++) {
                entries.add(counter.next(), address + i * chunkBytes, chunkBytes, 0);
            }
        }
    }
}
