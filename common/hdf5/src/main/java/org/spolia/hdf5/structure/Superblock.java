package org.spolia.hdf5.structure;

import io.jhdf.checksum.ChecksumUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The superblock, where the structure of a file starts.
 *
 * @param version the version of the superblock
 * @param base the position in the file that addresses count from: the end of a user block
 * @param offsetBytes the bytes of an address
 * @param lengthBytes the bytes of a length
 * @param root the address of the root group's object header
 */
public record Superblock(int version, long base, int offsetBytes, int lengthBytes, long root) {
    /** Before the superblock is found, positions count from the start of the file. */
    static final Superblock UNKNOWN = new Superblock(-1, 0, Long.BYTES, Long.BYTES, -1);

    private static final long SIGNATURE = 0x0a1a0a0d46444889L;
    private static final int MOST_BYTES = 128;
    private static final int STARTS_OF_USER_DATA = 512;
    private static final int OPEN_FOR_WRITING = 1;

    /** Searches the start of the file and the end of each possible user block. */
    static Superblock find(Source source, ObjectLocation place) {
        for (long at = 0; at <= source.size() - Long.BYTES; at = at == 0 ? STARTS_OF_USER_DATA : 2 * at) {
            if (source.metadata(at, Long.BYTES, place).getLong() == SIGNATURE) {
                ByteBuffer bytes = source.metadata(at, Math.min(MOST_BYTES, source.size() - at), place);
                return read(bytes, at, source.size(), place);
            }
        }
        throw place.mistake("is not an HDF5 file, because its signature is missing; give an HDF5 file");
    }

    private static Superblock read(ByteBuffer bytes, long at, long size, ObjectLocation place) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < 48) {
            throw place.damaged("ends within its superblock");
        }
        int version = bytes.get(8);
        return switch (version) {
            case 0, 1 -> readOld(version, bytes, at, size, place);
            case 2, 3 -> readNew(version, bytes, at, size, place);
            default ->
                throw place.unsupported("has a superblock of version " + version
                        + ", which is not read; write it with libver='v114' or lower");
        };
    }

    private static Superblock readOld(int version, ByteBuffer bytes, long at, long size, ObjectLocation place) {
        int offsetBytes = width(bytes.get(13), place);
        int lengthBytes = width(bytes.get(14), place);
        int addresses = version == 0 ? 24 : 28;
        if (bytes.limit() < addresses + 6 * offsetBytes) {
            throw place.damaged("ends within its superblock");
        }
        bytes.position(addresses);
        long base = Source.unsigned(bytes, offsetBytes);
        Source.unsigned(bytes, offsetBytes);
        long end = Source.unsigned(bytes, offsetBytes);
        bytes.position(addresses + 5 * offsetBytes);
        long root = Source.unsigned(bytes, offsetBytes);
        requireWhole(base, end, at, size, place);
        return new Superblock(version, at, offsetBytes, lengthBytes, root);
    }

    private static Superblock readNew(int version, ByteBuffer bytes, long at, long size, ObjectLocation place) {
        int offsetBytes = width(bytes.get(9), place);
        int lengthBytes = width(bytes.get(10), place);
        int checksum = 12 + 4 * offsetBytes;
        if (bytes.getInt(checksum) != ChecksumUtils.checksum(bytes.slice(0, checksum))) {
            throw place.damaged("the checksum of its superblock does not match");
        }
        if (version == 3 && (bytes.get(11) & OPEN_FOR_WRITING) != 0) {
            throw place.unsupported(
                    "was not closed by the program that wrote it; if no program is writing it, run h5clear -s");
        }
        bytes.position(12);
        long base = Source.unsigned(bytes, offsetBytes);
        Source.unsigned(bytes, offsetBytes);
        long end = Source.unsigned(bytes, offsetBytes);
        long root = Source.unsigned(bytes, offsetBytes);
        requireWhole(base, end, at, size, place);
        return new Superblock(version, at, offsetBytes, lengthBytes, root);
    }

    private static int width(int bytes, ObjectLocation place) {
        if (bytes != 2 && bytes != 4 && bytes != 8) {
            throw place.damaged("has addresses or lengths of " + bytes + " bytes");
        }
        return bytes;
    }

    /** Bytes may have been added before or removed from the front since the file was written, which moves its end. */
    private static void requireWhole(long base, long end, long at, long size, ObjectLocation place) {
        long moved = end - base + at;
        if (end < 0 || moved > size) {
            throw place.damaged("has " + size + " of " + Long.toUnsignedString(moved) + " bytes");
        }
    }
}
