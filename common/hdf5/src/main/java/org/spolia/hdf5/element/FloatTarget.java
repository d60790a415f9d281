package org.spolia.hdf5.element;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;

/** Elements as floats. */
public final class FloatTarget extends Target {
    private final float[] values;
    private final boolean same;
    private final Numbers numbers;
    private FloatBuffer view = FloatBuffer.allocate(0);

    public FloatTarget(float[] values, ElementType type) {
        this.values = values;
        this.same = type.kind() == ElementType.Kind.REAL && type.bytes() == Float.BYTES;
        this.numbers = new Numbers(type);
    }

    @Override
    public void bind(ByteBuffer bytes) {
        view = bytes.asFloatBuffer();
        numbers.bind(bytes);
    }

    @Override
    public void copy(int from, int to, int count) {
        if (same) {
            view.get(from, values, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] = (float) numbers.real(from + i);
        }
    }

    @Override
    void spread(int from, int to, int count) {
        Arrays.fill(values, to, to + count, values[from]);
    }
}
