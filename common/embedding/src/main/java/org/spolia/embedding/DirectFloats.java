package org.spolia.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Room for numbers outside of the heap, from where an engine takes them as they lie. It is kept from batch to batch,
 * since the collector frees such room only when the heap is full: with a new one for each, resident memory kept
 * growing. For one thread.
 */
final class DirectFloats {
    private FloatBuffer room = FloatBuffer.allocate(0);

    /** These numbers, until others are asked for. */
    FloatBuffer of(float[] values) {
        if (room.capacity() != values.length) {
            room = ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        return room.clear().put(values).flip();
    }
}
