package org.spolia.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A buffer of floats outside the heap, which an engine reads without a copy. It is reused between batches, because the
 * collector frees such buffers only when the heap is full; with a new buffer for each batch, resident memory kept
 * growing. Not thread-safe.
 */
final class DirectFloats {
    private FloatBuffer room = FloatBuffer.allocate(0);

    /** Copies the numbers. The buffer is valid until the next call. */
    FloatBuffer of(float[] values) {
        if (room.capacity() != values.length) {
            room = ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        return room.clear().put(values).flip();
    }
}
