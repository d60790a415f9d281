package org.spolia.hdf5.element;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;

/** Elements as bytes; unsigned bytes keep their bits. */
public final class ByteTarget extends Target {
    private final byte[] values;
    private final boolean same;
    private final Numbers numbers;
    private ByteBuffer view = ByteBuffer.allocate(0);

    public ByteTarget(byte[] values, ElementType type) {
        this.values = values;
        this.same = type.bytes() == Byte.BYTES && type.kind() != ElementType.Kind.TRUTH;
        this.numbers = new Numbers(type);
    }

    @Override
    public void bind(ByteBuffer bytes) {
        view = bytes;
        numbers.bind(bytes);
    }

    @Override
    public void copy(int from, int to, int count) {
        if (same) {
            view.get(from, values, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] = (byte) numbers.whole(from + i);
        }
    }

    @Override
    void spread(int from, int to, int count) {
        Arrays.fill(values, to, to + count, values[from]);
    }
}
