package org.spolia.hdf5.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Restores the bytes of each element. The filter stores all first bytes, then all second bytes, and so on. */
public final class Shuffle {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Shuffle() {}

    public static void undo(byte[] in, int length, int size, byte[] out) {
        undo(in, length, size, out, 0);
    }

    /** The same, into the positions from {@code to} on. */
    public static void undo(byte[] in, int length, int size, byte[] out, int to) {
        int count = size > 0 ? length / size : 0;
        switch (size) {
            case 4 -> undoFour(in, count, out, to);
            case 8 -> undoEight(in, count, out, to);
            default -> undoAny(in, count, size, out, to);
        }
        int rest = count * size;
        System.arraycopy(in, rest, out, to + rest, length - rest);
    }

    private static void undoFour(byte[] in, int count, byte[] out, int to) {
        int second = count;
        int third = 2 * count;
        int fourth = 3 * count;
        for (int i = 0; i < count; i++) {
            int word = (in[i] & 0xff)
                    | ((in[second + i] & 0xff) << 8)
                    | ((in[third + i] & 0xff) << 16)
                    | ((in[fourth + i] & 0xff) << 24);
            INT.set(out, to + 4 * i, word);
        }
    }

    private static void undoEight(byte[] in, int count, byte[] out, int to) {
        for (int i = 0; i < count; i++) {
            long word = 0;
            for (int j = 0, at = i; j < 64; j += 8, at += count) {
                word |= (in[at] & 0xffL) << j;
            }
            LONG.set(out, to + 8 * i, word);
        }
    }

    private static void undoAny(byte[] in, int count, int size, byte[] out, int start) {
        for (int j = 0; j < size; j++) {
            int from = j * count;
            for (int i = 0, to = start + j; i < count; i++, to += size) {
                out[to] = in[from + i];
            }
        }
    }
}
