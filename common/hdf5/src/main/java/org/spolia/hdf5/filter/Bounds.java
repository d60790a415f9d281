package org.spolia.hdf5.filter;

import java.nio.ByteBuffer;

/** Checks for decoders of damaged input. */
final class Bounds {
    private Bounds() {}

    /** Returns the buffer if it has {@code bytes} bytes left. */
    static ByteBuffer require(ByteBuffer buffer, int bytes) {
        if (bytes < 0 || bytes > buffer.remaining()) {
            throw new IndexOutOfBoundsException(
                    Integer.toUnsignedString(bytes) + " bytes are needed, but " + buffer.remaining() + " are left");
        }
        return buffer;
    }

    /** Copies bytes to later positions. The ranges may overlap, which repeats a pattern. */
    static void repeat(byte[] bytes, int from, int to, int count) {
        if (to - from >= count) {
            System.arraycopy(bytes, from, bytes, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            bytes[to + i] = bytes[from + i];
        }
    }
}
