package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import java.util.List;
import org.spolia.hdf5.filter.ChunkFilter;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;

/** What an object header says about where the elements are. */
public sealed interface Layout {

    /** Within the header. */
    record Compact(ByteBuffer bytes) implements Layout {}

    /** In one piece, or nowhere yet. */
    record Contiguous(long address) implements Layout {}

    /** How chunks are found. */
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
     * @param address of the index, or of the chunks themselves where there is none
     * @param single the size and mask of the one chunk that there is, where filters make it differ
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

        /** All chunks that there can be, one behind the other. */
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
