package org.spolia.hdf5;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/** Elements as shorts. */
final class ShortTarget extends Target {
    private final short[] values;
    private final boolean same;
    private final Numbers numbers;
    private ShortBuffer view = ShortBuffer.allocate(0);

    ShortTarget(short[] values, ElementType type) {
        this.values = values;
        this.same = type.bytes() == Short.BYTES;
        this.numbers = new Numbers(type);
    }

    @Override
    void bind(ByteBuffer bytes) {
        view = bytes.asShortBuffer();
        numbers.bind(bytes);
    }

    @Override
    void copy(int from, int to, int count) {
        if (same) {
            view.get(from, values, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] = (short) numbers.whole(from + i);
        }
    }

    @Override
    void spread(int from, int to, int count) {
        Arrays.fill(values, to, to + count, values[from]);
    }
}
