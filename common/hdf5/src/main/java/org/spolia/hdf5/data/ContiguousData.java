package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spolia.hdf5.element.Target;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/**
 * Contiguous elements. A slab is read by its longest contiguous runs; runs with small gaps between them are read
 * together with the gaps.
 */
public final class ContiguousData implements StoredData {
    /** Stays in the second-level cache between the copy of the system and the decoding. */
    private static final int BUFFER_BYTES = 1 << 19;

    /** Reading this much costs less than another call. */
    private static final int SMALL_GAP_BYTES = 1 << 12;

    /** Direct buffers are slow to allocate and to free, and files can be many and small. */
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER_BYTES));

    private final Source source;
    private final long address;
    private final long[] dimensions;
    private final int elementBytes;
    private final ByteOrder order;
    private final long bytes;
    private final ObjectLocation place;

    public ContiguousData(Source source, long address, long[] dimensions, ElementType type, ObjectLocation place) {
        this.source = source;
        this.address = address;
        this.dimensions = dimensions;
        this.elementBytes = type.bytes();
        this.order = type.order();
        this.place = place;
        long product = elementBytes;
        for (long dimension : dimensions) {
            product = dimension != 0 && product > Long.MAX_VALUE / dimension ? Long.MAX_VALUE : product * dimension;
        }
        this.bytes = product;
    }

    /** The position from the start of the file. */
    public long position() {
        return source.superblock().base() + address;
    }

    @Override
    public void requirePresent() {
        source.require(address, bytes, place);
    }

    @Override
    public long storedBytes() {
        return bytes;
    }

    @Override
    public void read(Slab slab, Target target) {
        RunCursor runs =
                new RunCursor(slab.shape(), dimensions, slab.offset(), slab.shape(), new int[dimensions.length]);
        ByteBuffer buffer = elementBytes > BUFFER_BYTES ? ByteBuffer.allocate(elementBytes) : BUFFER.get();
        int capacity = buffer.capacity() / elementBytes;
        long start = 0;
        long end = 0;
        while (runs.next()) {
            long from = runs.source();
            int to = runs.target();
            int left = runs.length();
            while (left > 0) {
                if (from >= end) {
                    long useful = isDense(runs) ? runs.sourceEnd() - from : left;
                    start = from;
                    end = from + Math.min(capacity, useful);
                    source.read(address + start * elementBytes, limited(buffer, (int) (end - start)), place);
                    target.bind(buffer.flip().order(order));
                }
                int count = (int) Math.min(left, end - from);
                target.copy((int) (from - start), to, count);
                from += count;
                to += count;
                left -= count;
            }
        }
    }

    private boolean isDense(RunCursor runs) {
        return runs.gap() * elementBytes <= Math.max(SMALL_GAP_BYTES, (long) runs.length() * elementBytes);
    }

    private ByteBuffer limited(ByteBuffer buffer, int elements) {
        return buffer.clear().limit(elements * elementBytes);
    }
}
