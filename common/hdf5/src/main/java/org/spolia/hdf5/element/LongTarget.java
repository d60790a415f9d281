package org.spolia.hdf5.element;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;

/** Elements as longs; unsigned 64-bit integers keep their bits. */
public final class LongTarget extends Target {
    private final long[] values;
    private final boolean same;
    private final Numbers numbers;
    private LongBuffer view = LongBuffer.allocate(0);

    public LongTarget(long[] values, ElementType type) {
        this.values = values;
        this.same = type.bytes() == Long.BYTES;
        this.numbers = new Numbers(type);
    }

    @Override
    public void bind(ByteBuffer bytes) {
        view = bytes.asLongBuffer();
        numbers.bind(bytes);
    }

    @Override
    public void copy(int from, int to, int count) {
        if (same) {
            view.get(from, values, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] = numbers.whole(from + i);
        }
    }

    @Override
    void spread(int from, int to, int count) {
        Arrays.fill(values, to, to + count, values[from]);
    }
}
