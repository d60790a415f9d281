package org.spolia.hdf5.filter;

import java.nio.ByteBuffer;

/** What decoders of damaged input check. */
final class Bounds {
    private Bounds() {}

    /** The buffer, if it has so many bytes left. */
    static ByteBuffer require(ByteBuffer buffer, int bytes) {
        if (bytes < 0 || bytes > buffer.remaining()) {
            throw new IndexOutOfBoundsException(
                    Integer.toUnsignedString(bytes) + " bytes are wanted where " + buffer.remaining() + " are left");
        }
        return buffer;
    }

    /** Copies bytes to places behind them. Both may overlap, which repeats a pattern. */
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
