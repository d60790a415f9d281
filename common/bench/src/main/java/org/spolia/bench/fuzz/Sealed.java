package org.spolia.bench.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Structures of HDF5 that end in a checksum. It must be correct, or readers reject a damaged structure before they
 * parse it.
 */
final class Sealed {
    private static final int OBJECT_HEADER = 0x5244484f;
    private static final int SUPERBLOCK = 0x46444889;
    private static final int SUPERBLOCK_END = 44;
    private static final int TIMES = 0x20;
    private static final int PHASES = 0x10;

    private Sealed() {}

    /**
     * Returns the position of the checksum of the structure at this position, if there is a structure with a checksum.
     */
    static OptionalInt end(byte[] file, int start) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (start + Long.BYTES + SUPERBLOCK_END > file.length) {
            return OptionalInt.empty();
        }
        if (bytes.getInt(start) == SUPERBLOCK && bytes.get(start + Long.BYTES) >= 2) {
            return OptionalInt.of(start + SUPERBLOCK_END);
        }
        if (bytes.getInt(start) != OBJECT_HEADER) {
            return OptionalInt.empty();
        }
        int flags = bytes.get(start + 5);
        int at = start + 6 + ((flags & TIMES) != 0 ? 16 : 0) + ((flags & PHASES) != 0 ? 4 : 0);
        long size = 0;
        int width = 1 << (flags & 3);
        for (int i = 0; i < width; i++) {
            size |= (file[at + i] & 0xffL) << (Byte.SIZE * i);
        }
        long end = at + width + size;
        return size >= 0 && end + Integer.BYTES <= file.length ? OptionalInt.of((int) end) : OptionalInt.empty();
    }

    /** Writes the checksum of a structure after it. */
    static void seal(byte[] file, int start, int end) {
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(end, lookup3(file, start, end));
    }

    /** Bob Jenkins's lookup3 with the start value 0, as HDF5 uses it. */
    static int lookup3(byte[] bytes, int from, int to) {
        int left = to - from;
        int a = 0xdeadbeef + left;
        int b = a;
        int c = a;
        int at = from;
        while (left > 12) {
            a += word(bytes, at, 4);
            b += word(bytes, at + 4, 4);
            c += word(bytes, at + 8, 4);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
            at += 12;
            left -= 12;
        }
        if (left == 0) {
            return c;
        }
        a += word(bytes, at, Math.min(4, left));
        b += word(bytes, at + 4, Math.max(0, Math.min(4, left - 4)));
        c += word(bytes, at + 8, Math.max(0, left - 8));
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }

    private static int word(byte[] bytes, int at, int count) {
        int word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[at + i] & 0xff) << (Byte.SIZE * i);
        }
        return word;
    }
}
