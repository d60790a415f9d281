package org.spolia.hdf5.element;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;

/** Elements as ints. */
public final class IntTarget extends Target {
    private final int[] values;
    private final boolean same;
    private final Numbers numbers;
    private IntBuffer view = IntBuffer.allocate(0);

    public IntTarget(int[] values, ElementType type) {
        this.values = values;
        this.same = type.bytes() == Integer.BYTES;
        this.numbers = new Numbers(type);
    }

    @Override
    public void bind(ByteBuffer bytes) {
        view = bytes.asIntBuffer();
        numbers.bind(bytes);
    }

    @Override
    public void copy(int from, int to, int count) {
        if (same) {
            view.get(from, values, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] = (int) numbers.whole(from + i);
        }
    }

    @Override
    void spread(int from, int to, int count) {
        Arrays.fill(values, to, to + count, values[from]);
    }
}
