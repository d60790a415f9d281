package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.element.Target;
import org.spolia.hdf5.filter.ChunkFilter;
import org.spolia.hdf5.filter.FilterChain;
import org.spolia.hdf5.filter.Scratch;
import org.spolia.hdf5.structure.Jhdf;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/** Elements in chunks. A chunk is decoded as a whole. A chunk that a slab uses in part is cached for the next slab. */
public final class ChunkedData implements StoredData {
    private final Source source;
    private final ChunkGrid grid;
    private final List<ChunkFilter> filters;
    private final int chunkBytes;
    private final ByteOrder order;
    private final ByteBuffer fill;
    private final Supplier<ChunkTable> index;
    private final ChunkCache cache;
    private final FilterChain chain;
    private final long dataset;
    private final ObjectLocation place;
    private @Nullable ChunkTable table;

    public ChunkedData(
            Source source,
            Layout.Chunked layout,
            ElementType type,
            ByteBuffer fill,
            ChunkCache cache,
            Scratch scratch,
            long dataset,
            ObjectLocation place) {
        this.source = source;
        this.grid = layout.grid();
        this.filters = layout.filters();
        this.order = type.order();
        this.fill = fill;
        this.chunkBytes = layout.chunkBytes();
        this.index = () -> Jhdf.translated(place, () -> layout.readIndex(source, place));
        this.cache = cache;
        this.chain = new FilterChain(filters, chunkBytes, scratch, place);
        this.dataset = dataset;
        this.place = place;
    }

    @Override
    public long storedBytes() {
        return table().storedBytes();
    }

    @Override
    public void read(Slab slab, Target target) {
        if (slab.elements() == 0) {
            return;
        }
        long[] scaled = first(slab);
        do {
            readChunk(scaled, slab, target);
        } while (advance(scaled, slab));
    }

    private long[] first(Slab slab) {
        long[] scaled = new long[grid.axes()];
        Arrays.setAll(scaled, axis -> slab.start(axis) / grid.chunk()[axis]);
        return scaled;
    }

    private boolean advance(long[] scaled, Slab slab) {
        for (int axis = scaled.length - 1; axis >= 0; axis--) {
            long last = (slab.start(axis) + slab.length(axis) - 1) / grid.chunk()[axis];
            if (++scaled[axis] <= last) {
                return true;
            }
            scaled[axis] = slab.start(axis) / grid.chunk()[axis];
        }
        return false;
    }

    private void readChunk(long[] scaled, Slab slab, Target target) {
        int axes = scaled.length;
        long[] sizes = new long[axes];
        int[] shape = new int[axes];
        long[] inChunk = new long[axes];
        int[] inSlab = new int[axes];
        boolean whole = true;
        for (int axis = 0; axis < axes; axis++) {
            sizes[axis] = grid.chunk()[axis];
            long chunkStart = scaled[axis] * sizes[axis];
            long start = Math.max(chunkStart, slab.start(axis));
            long end = Math.min(chunkStart + sizes[axis], slab.start(axis) + slab.length(axis));
            shape[axis] = (int) (end - start);
            inChunk[axis] = start - chunkStart;
            inSlab[axis] = (int) (start - slab.start(axis));
            long used = Math.min(sizes[axis], grid.dimensions()[axis] - chunkStart);
            whole &= shape[axis] == used;
        }
        RunCursor runs = new RunCursor(shape, sizes, inChunk, slab.shape(), inSlab);
        byte[] bytes = chunk(grid.number(scaled), whole);
        target.bind(bytes == null ? fill : ByteBuffer.wrap(bytes, 0, chunkBytes).order(order));
        while (runs.next()) {
            if (bytes == null) {
                target.fill(runs.target(), runs.length());
            } else {
                target.copy((int) runs.source(), runs.target(), runs.length());
            }
        }
    }

    /** Returns the decoded chunk, or null if it was never written. */
    private byte @Nullable [] chunk(long number, boolean whole) {
        ChunkCache.Key key = new ChunkCache.Key(dataset, number);
        byte[] cached = cache.find(key);
        if (cached != null) {
            return cached;
        }
        Optional<StoredChunk> stored = table().find(number);
        if (stored.isEmpty()) {
            return null;
        }
        byte[] decoded = decode(stored.get());
        if (whole || !cache.takes(chunkBytes)) {
            return decoded;
        }
        byte[] kept = Arrays.copyOf(decoded, chunkBytes);
        cache.put(key, kept);
        return kept;
    }

    private byte[] decode(StoredChunk stored) {
        byte[] bytes = chain.stored(stored.bytes());
        source.read(stored.address(), ByteBuffer.wrap(bytes, 0, stored.bytes()), place);
        return chain.decode(stored.mask());
    }

    private ChunkTable table() {
        if (table == null) {
            table = index.get();
        }
        return table;
    }
}
