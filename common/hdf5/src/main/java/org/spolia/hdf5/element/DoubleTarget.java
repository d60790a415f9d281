package org.spolia.hdf5.element;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;

/** Elements as doubles. */
public final class DoubleTarget extends Target {
    private final double[] values;
    private final boolean same;
    private final Numbers numbers;
    private DoubleBuffer view = DoubleBuffer.allocate(0);

    public DoubleTarget(double[] values, ElementType type) {
        this.values = values;
        this.same = type.kind() == ElementType.Kind.REAL && type.bytes() == Double.BYTES;
        this.numbers = new Numbers(type);
    }

    @Override
    public void bind(ByteBuffer bytes) {
        view = bytes.asDoubleBuffer();
        numbers.bind(bytes);
    }

    @Override
    public void copy(int from, int to, int count) {
        if (same) {
            view.get(from, values, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] = numbers.real(from + i);
        }
    }

    @Override
    void spread(int from, int to, int count) {
        Arrays.fill(values, to, to + count, values[from]);
    }
}
