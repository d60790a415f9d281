package org.spolia.hdf5.filter;

import java.nio.ByteBuffer;

/** Decodes LZ4: literals, and copies of decoded bytes. Every index is checked, because the input may be damaged. */
public final class Lz4 {
    private static final int LONG = 15;
    private static final int SHORTEST_COPY = 4;

    /** No copy reaches into the end of a block. */
    private static final int LAST_LITERALS = 5;

    /** No copy starts this close to the end of a block. */
    private static final int LAST_COPY = 12;

    private static final int LAST_COPY_BYTES = 8;

    private Lz4() {}

    /**
     * Undoes the filter 32004: the number of bytes, the size of a block, and blocks with their lengths, all numbers
     * big-endian. A block that does not compress is stored unchanged.
     *
     * @return the number of bytes decoded
     * @throws IndexOutOfBoundsException if the input is not in this format
     */
    static int decodeFrame(byte[] in, int length, byte[] out) {
        ByteBuffer frame = ByteBuffer.wrap(in, 0, length);
        long bytes = Bounds.require(frame, 12).getLong();
        long block = frame.getInt() & 0xffffffffL;
        if (bytes < 0 || bytes > out.length || block == 0) {
            throw new IndexOutOfBoundsException("it has " + bytes + " bytes in blocks of " + block);
        }
        int to = 0;
        while (to < bytes) {
            int count = (int) Math.min(block, bytes - to);
            int stored = Bounds.require(frame, 4).getInt();
            Bounds.require(frame, stored);
            if (stored == count) {
                frame.get(out, to, count);
            } else {
                decode(in, frame.position(), stored, out, to, count);
                frame.position(frame.position() + stored);
            }
            to += count;
        }
        return to;
    }

    /**
     * Decodes a block of exactly {@code count} bytes.
     *
     * @throws IndexOutOfBoundsException if the input decodes to another number of bytes
     */
    public static void decode(byte[] in, int from, int length, byte[] out, int to, int count) {
        int end = from + length;
        int start = to;
        int last = to + count;
        while (from < end) {
            int token = in[from++] & 0xff;
            int literals = token >>> 4;
            if (literals == LONG) {
                int more;
                do {
                    more = in[from++] & 0xff;
                    literals = Math.addExact(literals, more);
                } while (more == 0xff && from < end);
            }
            if (literals > end - from || literals > last - to) {
                throw new IndexOutOfBoundsException("literals reach outside");
            }
            System.arraycopy(in, from, out, to, literals);
            from += literals;
            to += literals;
            if (last - to < LAST_COPY || end - from < LAST_COPY_BYTES) {
                if (from != end || to != last) {
                    throw new IndexOutOfBoundsException("a block does not end where it has to");
                }
                return;
            }
            int source = to - ((in[from] & 0xff) | (in[from + 1] & 0xff) << 8);
            from += 2;
            int copy = token & 0xf;
            if (copy == LONG) {
                int more;
                do {
                    more = in[from++] & 0xff;
                    copy = Math.addExact(copy, more);
                } while (more == 0xff && from < end);
            }
            copy += SHORTEST_COPY;
            if (source < start || source >= to || from > end || copy > last - to - LAST_LITERALS) {
                throw new IndexOutOfBoundsException("a copy reaches outside of what was decoded");
            }
            Bounds.repeat(out, source, to, copy);
            to += copy;
        }
        throw new IndexOutOfBoundsException("a block of " + count + " bytes has " + (to - start));
    }
}
