package org.spolia.hdf5;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** Elements as longs; eight bytes without a sign keep their bits. */
final class LongTarget extends Target {
    private final long[] values;
    private final boolean same;
    private final Numbers numbers;
    private LongBuffer view = LongBuffer.allocate(0);

    LongTarget(long[] values, ElementType type) {
        this.values = values;
        this.same = type.bytes() == Long.BYTES;
        this.numbers = new Numbers(type);
    }

    @Override
    void bind(ByteBuffer bytes) {
        view = bytes.asLongBuffer();
        numbers.bind(bytes);
    }

    @Override
    void copy(int from, int to, int count) {
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
