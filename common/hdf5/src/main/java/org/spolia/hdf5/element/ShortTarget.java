package org.spolia.hdf5.element;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;

/** Elements as shorts. */
public final class ShortTarget extends Target {
    private final short[] values;
    private final boolean same;
    private final Numbers numbers;
    private ShortBuffer view = ShortBuffer.allocate(0);

    public ShortTarget(short[] values, ElementType type) {
        this.values = values;
        this.same = type.bytes() == Short.BYTES;
        this.numbers = new Numbers(type);
    }

    @Override
    public void bind(ByteBuffer bytes) {
        view = bytes.asShortBuffer();
        numbers.bind(bytes);
    }

    @Override
    public void copy(int from, int to, int count) {
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
