package org.spolia.hdf5.data;

import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.spolia.hdf5.filter.ChunkFilter;
import org.spolia.hdf5.structure.Extent;
import org.spolia.hdf5.structure.HeaderMessage;
import org.spolia.hdf5.structure.Jhdf;
import org.spolia.hdf5.structure.ObjectHeader;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.type.ElementType;

/** Converts jHDF's layout and filter messages. */
public final class LayoutReader {
    private final Source source;
    private final Jhdf jhdf;
    private final ObjectLocation place;

    public LayoutReader(Source source, Jhdf jhdf, ObjectLocation place) {
        this.source = source;
        this.jhdf = jhdf;
        this.place = place;
    }

    public Layout read(ObjectHeader header, ElementType type, Extent extent) {
        if (header.has(HeaderMessage.EXTERNAL)) {
            throw place.unsupported("keeps its elements in another file, which is not read; rewrite it with h5repack");
        }
        return Jhdf.translated(place, () -> layout(header, type, extent));
    }

    private Layout layout(ObjectHeader header, ElementType type, Extent extent) {
        DataLayoutMessage message =
                jhdf.read(header.only(HeaderMessage.LAYOUT, "layout", place), DataLayoutMessage.class, place);
        if (message instanceof CompactDataLayoutMessage compact) {
            return new Layout.Compact(compact.getDataBuffer().slice());
        }
        if (message instanceof ContiguousDataLayoutMessage contiguous) {
            return new Layout.Contiguous(defined(contiguous.getAddress()));
        }
        List<ChunkFilter> filters = filters(header);
        if (message instanceof ChunkedDataLayoutMessage chunked) {
            ChunkGrid grid = grid(chunked.getChunkDimensions(), extent);
            int bytes = chunkBytes(grid, type);
            return new Layout.Chunked(
                    grid,
                    bytes,
                    filters,
                    Layout.Index.B_TREE_1,
                    defined(chunked.getBTreeAddress()),
                    new StoredChunk(Source.UNDEFINED, bytes, 0));
        }
        ChunkedDataLayoutMessageV4 chunked = (ChunkedDataLayoutMessageV4) message;
        int[] stored = chunked.getChunkDimensions();
        // The last length is the size of an element in bytes.
        ChunkGrid grid = grid(Arrays.copyOf(stored, Math.max(0, stored.length - 1)), extent);
        int bytes = chunkBytes(grid, type);
        long address = defined(chunked.getAddress());
        StoredChunk single = chunked.isFilteredSingleChunk()
                ? new StoredChunk(
                        address,
                        chunked.getSizeOfFilteredSingleChunk(),
                        mask(chunked.getFilterMaskFilteredSingleChunk()))
                : new StoredChunk(address, bytes, 0);
        return new Layout.Chunked(grid, bytes, filters, index(chunked.getIndexingType()), address, single);
    }

    private ChunkGrid grid(int[] chunk, Extent extent) {
        if (chunk.length != extent.dimensions().length || Arrays.stream(chunk).anyMatch(length -> length <= 0)) {
            throw place.damaged("has the shape " + Arrays.toString(extent.dimensions()) + " in chunks of "
                    + Arrays.toString(chunk));
        }
        return new ChunkGrid(extent.dimensions(), extent.limits(), chunk);
    }

    private int chunkBytes(ChunkGrid grid, ElementType type) {
        long bytes = type.bytes();
        for (int length : grid.chunk()) {
            bytes = Math.min(bytes, Integer.MAX_VALUE) * length;
        }
        if (bytes > Runtime.getRuntime().maxMemory() / 4 || bytes > Integer.MAX_VALUE - 8) {
            throw place.unsupported("has chunks of " + bytes + " bytes, which do not fit a quarter of the memory of"
                    + " this JVM or 2 GiB; raise -Xmx or rewrite it in smaller chunks");
        }
        return (int) bytes;
    }

    private List<ChunkFilter> filters(ObjectHeader header) {
        return header.all(HeaderMessage.FILTERS).stream()
                .flatMap(message -> jhdf.read(message, FilterPipelineMessage.class, place).getFilters().stream())
                .map(filter -> ChunkFilter.of(filter.getId(), filter.getName(), filter.getData()))
                .toList();
    }

    private Layout.Index index(int stored) {
        return switch (stored) {
            case 1 -> Layout.Index.SINGLE;
            case 2 -> Layout.Index.IMPLICIT;
            case 3 -> Layout.Index.FIXED_ARRAY;
            case 4 -> Layout.Index.EXTENSIBLE_ARRAY;
            case 5 -> Layout.Index.B_TREE_2;
            default -> throw place.damaged("has a chunk index of the unknown kind " + stored);
        };
    }

    private long defined(long address) {
        int bits = Byte.SIZE * source.superblock().offsetBytes();
        return bits < Long.SIZE && address == (1L << bits) - 1 ? Source.UNDEFINED : address;
    }

    private static int mask(BitSet bits) {
        long[] words = bits.toLongArray();
        return words.length == 0 ? 0 : (int) words[0];
    }
}
