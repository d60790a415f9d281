package org.spolia.hdf5.filter;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;

/**
 * Restores the bits of each element. The filter 32008 stores, block by block, all lowest bits of the first bytes, then
 * the next ones, and may then compress the block.
 */
public final class Bitshuffle {
    private static final int LZ4 = 2;
    private static final int ZSTANDARD = 3;

    /** The elements of a block come in groups of eight; a remainder is stored unchanged. */
    private static final int EIGHT = 8;

    private static final int TARGET_BYTES = 8192;
    private static final int LEAST_ELEMENTS = 128;

    private final byte[] in;
    private final ByteBuffer stored;
    private final int size;
    private final int compression;

    private Bitshuffle(byte[] in, int length, int size, int compression) {
        this.in = in;
        this.stored = ByteBuffer.wrap(in, 0, length);
        this.size = size;
        this.compression = compression;
    }

    /**
     * Undoes the filter.
     *
     * @param parameters the parameters of the filter: two of its version, bytes of an element, elements of a block or
     * 0, compression or 0
     * @return the number of bytes decoded
     * @throws IndexOutOfBoundsException if the input is not in this format
     */
    static int decode(byte[] in, int length, int[] parameters, byte[] out) {
        int size = parameters.length > 2 ? parameters[2] : 0;
        int compression = parameters.length > 4 ? parameters[4] : 0;
        if (size <= 0 || (compression != 0 && compression != LZ4 && compression != ZSTANDARD)) {
            throw new IndexOutOfBoundsException("elements of " + size + " bytes, compression " + compression);
        }
        Bitshuffle filter = new Bitshuffle(in, length, size, compression);
        if (compression == 0) {
            int elements = parameters.length > 3 && parameters[3] > 0 ? parameters[3] : defaultElements(size);
            return filter.decode(length, (long) elements * size, out);
        }
        long bytes = Bounds.require(filter.stored, 12).getLong();
        long block = filter.stored.getInt() & 0xffffffffL;
        return filter.decode(bytes, block, out);
    }

    private static int defaultElements(int size) {
        return Math.max(LEAST_ELEMENTS, TARGET_BYTES / size / EIGHT * EIGHT);
    }

    private int decode(long bytes, long block, byte[] out) {
        long eight = (long) EIGHT * size;
        if (bytes < 0 || bytes > out.length || block < eight || block % eight != 0) {
            throw new IndexOutOfBoundsException("it has " + bytes + " bytes in blocks of " + block);
        }
        int to = 0;
        byte[] plain = new byte[(int) Math.min(block, bytes)];
        while (bytes - to >= eight) {
            int count = (int) (Math.min(block, bytes - to) / eight * eight);
            unpack(plain, count);
            undo(plain, 0, count / size, size, out, to);
            to += count;
        }
        int rest = (int) bytes - to;
        Bounds.require(stored, rest).get(out, to, rest);
        return (int) bytes;
    }

    private void unpack(byte[] plain, int count) {
        if (compression == 0) {
            Bounds.require(stored, count).get(plain, 0, count);
            return;
        }
        int packed = Bounds.require(stored, Integer.BYTES).getInt();
        int from = Bounds.require(stored, packed).position();
        if (compression == LZ4) {
            Lz4.decode(in, from, packed, plain, 0, count);
        } else if (Zstd.decompressByteArray(plain, 0, count, in, from, packed) != count) {
            throw new IndexOutOfBoundsException("a Zstandard block does not have " + count + " bytes");
        }
        stored.position(from + packed);
    }

    /** Transposes the bits of elements, whose number is a multiple of eight. */
    public static void undo(byte[] in, int from, int elements, int size, byte[] out, int to) {
        int row = elements / EIGHT;
        for (int octet = 0; octet < size; octet++) {
            int first = from + octet * EIGHT * row;
            for (int group = 0; group < row; group++) {
                long bits = 0;
                for (int bit = 0; bit < EIGHT; bit++) {
                    bits |= (in[first + bit * row + group] & 0xffL) << (EIGHT * bit);
                }
                bits = transposed(bits);
                int at = to + group * EIGHT * size + octet;
                for (int element = 0; element < EIGHT; element++) {
                    out[at + element * size] = (byte) (bits >>> (EIGHT * element));
                }
            }
        }
    }

    /**
     * Transposes a matrix of eight by eight bits by swapping ever larger blocks (Warren, Hacker's Delight, section
     * 7-3).
     */
    private static long transposed(long bits) {
        long swapped = (bits ^ (bits >>> 7)) & 0x00aa00aa00aa00aaL;
        bits ^= swapped ^ (swapped << 7);
        swapped = (bits ^ (bits >>> 14)) & 0x0000cccc0000ccccL;
        bits ^= swapped ^ (swapped << 14);
        swapped = (bits ^ (bits >>> 28)) & 0x00000000f0f0f0f0L;
        return bits ^ swapped ^ (swapped << 28);
    }
}
