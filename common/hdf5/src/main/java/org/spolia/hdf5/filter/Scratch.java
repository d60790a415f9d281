package org.spolia.hdf5.filter;

import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Two buffers that the filters of a file's chunks use in turns as input and output. */
public final class Scratch implements AutoCloseable {
    private byte[] result = new byte[0];
    private byte[] spare = new byte[0];
    private @Nullable Inflater inflater;
    private long chunks;

    byte[] result() {
        return result;
    }

    /** Returns the buffer with the last result, with room for {@code bytes} bytes. Its content may be lost. */
    byte[] result(int bytes) {
        result = reserve(result, bytes);
        return result;
    }

    /** Returns the other buffer, with room for {@code bytes} bytes. */
    byte[] spare(int bytes) {
        spare = reserve(spare, bytes);
        return spare;
    }

    void swap() {
        byte[] other = result;
        result = spare;
        spare = other;
    }

    void countChunk() {
        chunks++;
    }

    /** The number of chunks counted. */
    public long chunks() {
        return chunks;
    }

    Inflater inflater() {
        if (inflater == null) {
            inflater = new Inflater();
        }
        return inflater;
    }

    private static byte[] reserve(byte[] buffer, int bytes) {
        return buffer.length >= bytes ? buffer : new byte[bytes];
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
