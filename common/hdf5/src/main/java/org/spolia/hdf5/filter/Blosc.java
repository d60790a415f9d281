package org.spolia.hdf5.filter;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes the filter 32001, the container of Blosc 1: a header, the positions of blocks, and in each block one
 * compressed part, or one for each byte of an element. The blocks may have been shuffled by bytes or by bits before.
 */
final class Blosc {
    private static final int HEADER_BYTES = 16;
    private static final int SHUFFLED = 1;
    private static final int COPIED = 1 << 1;
    private static final int BIT_SHUFFLED = 1 << 2;
    private static final int UNDIVIDED = 1 << 4;
    private static final int MOST_PARTS = 16;
    private static final int LEAST_PART_BYTES = 128;
    private static final int EIGHT = 8;

    private final byte[] in;
    private final ByteBuffer stored;
    private final byte[] out;
    private final Inflater inflater;
    private final int flags;
    private final int size;

    private Blosc(byte[] in, int length, byte[] out, Inflater inflater) {
        this.in = in;
        this.stored = ByteBuffer.wrap(in, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        this.out = out;
        this.inflater = inflater;
        Bounds.require(stored, HEADER_BYTES);
        this.flags = stored.get(2) & 0xff;
        this.size = Math.max(1, stored.get(3) & 0xff);
    }

    /**
     * Returns the number of bytes decoded.
     *
     * @throws IndexOutOfBoundsException if the input is not in this format
     */
    static int decode(byte[] in, int length, byte[] out, Inflater inflater) {
        return new Blosc(in, length, out, inflater).decode();
    }

    private int decode() {
        int bytes = stored.getInt(4);
        int block = stored.getInt(8);
        if (bytes < 0 || bytes > out.length || (bytes > 0 && block <= 0)) {
            throw new IndexOutOfBoundsException("it has " + bytes + " bytes in blocks of " + block);
        }
        stored.position(HEADER_BYTES);
        if ((flags & COPIED) != 0) {
            Bounds.require(stored, bytes).get(out, 0, bytes);
            return bytes;
        }
        boolean shuffled = (flags & (SHUFFLED | BIT_SHUFFLED)) != 0;
        byte[] plain = shuffled ? new byte[Math.min(block, bytes)] : out;
        for (int to = 0, number = 0; to < bytes; to += block, number++) {
            int count = Math.min(block, bytes - to);
            int start = Bounds.require(stored.position(HEADER_BYTES), Integer.BYTES * (number + 1))
                    .getInt(HEADER_BYTES + Integer.BYTES * number);
            if (start < 0 || start > stored.limit()) {
                throw new IndexOutOfBoundsException("a block lies at " + start);
            }
            unpack(start, count, count == block, plain, shuffled ? 0 : to);
            if (shuffled) {
                unshuffle(plain, count, to);
            }
            if (bytes - to <= block) {
                break;
            }
        }
        return bytes;
    }

    private void unpack(int start, int count, boolean whole, byte[] plain, int to) {
        boolean divided = (flags & UNDIVIDED) == 0 && whole && size <= MOST_PARTS && count / size >= LEAST_PART_BYTES;
        int parts = divided ? size : 1;
        int each = count / parts;
        stored.position(start);
        for (int part = 0; part < parts; part++) {
            int packed = Bounds.require(stored, Integer.BYTES).getInt();
            int from = Bounds.require(stored, packed).position();
            if (packed == each) {
                System.arraycopy(in, from, plain, to, each);
            } else {
                decompress(from, packed, plain, to, each);
            }
            stored.position(from + packed);
            to += each;
        }
    }

    private void decompress(int from, int length, byte[] plain, int to, int count) {
        int compressor = flags >>> 5;
        switch (compressor) {
            case 0 -> BloscLz.decode(in, from, length, plain, to, count);
            case 1 -> Lz4.decode(in, from, length, plain, to, count);
            case 3 -> inflate(from, length, plain, to, count);
            case 4 -> requireAll(count, Zstd.decompressByteArray(plain, to, count, in, from, length));
            default -> throw new IndexOutOfBoundsException("there is no compressor " + compressor);
        }
    }

    private void inflate(int from, int length, byte[] plain, int to, int count) {
        inflater.reset();
        inflater.setInput(in, from, length);
        try {
            requireAll(count, inflater.inflate(plain, to, count));
        } catch (DataFormatException e) {
            throw (IndexOutOfBoundsException) new IndexOutOfBoundsException(e.getMessage()).initCause(e);
        }
    }

    private static void requireAll(int count, long decoded) {
        if (decoded != count) {
            throw new IndexOutOfBoundsException("a part of " + count + " bytes has " + decoded);
        }
    }

    private void unshuffle(byte[] plain, int count, int to) {
        if ((flags & SHUFFLED) != 0 && size > 1) {
            Shuffle.undo(plain, count, size, out, to);
            return;
        }
        // A block whose number of elements is not a multiple of eight is stored unchanged.
        boolean inEights = (flags & BIT_SHUFFLED) != 0 && count / size % EIGHT == 0;
        int elements = inEights ? count / size : 0;
        Bitshuffle.undo(plain, 0, elements, size, out, to);
        System.arraycopy(plain, elements * size, out, to + elements * size, count - elements * size);
    }
}
