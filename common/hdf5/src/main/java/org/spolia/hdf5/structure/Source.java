package org.spolia.hdf5.structure;

import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes of a file, read at positions. Metadata goes through pages that are kept, so that the hundreds of small
 * reads of a file's structure become a few; raw data does not. Whoever asks for bytes that the file does not have is
 * told so before memory is taken.
 */
public final class Source {
    public static final long UNDEFINED = -1;

    /** One round trip to a remote file brings about this much in the time that it takes anyway. */
    private static final int PAGE_BYTES = 1 << 16;

    private static final int MOST_PAGES = 64;

    private final FileChannel channel;
    private final String file;
    private final long size;
    private final Map<Long, ByteBuffer> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
            return size() > MOST_PAGES;
        }
    };
    private Superblock superblock = Superblock.UNKNOWN;

    private Source(FileChannel channel, String file, long size) {
        this.channel = channel;
        this.file = file;
        this.size = size;
    }

    /** Finds the superblock. */
    public static Source open(FileChannel channel, String file) {
        try {
            Source source = new Source(channel, file, channel.size());
            source.superblock = Superblock.find(source, new ObjectLocation(file, ""));
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    public String file() {
        return file;
    }

    public long size() {
        return size;
    }

    public Superblock superblock() {
        return superblock;
    }

    /** Fills a buffer with raw data. Addresses count from the superblock. */
    public void read(long address, ByteBuffer into, ObjectLocation place) {
        long position = position(address, into.remaining(), place);
        readFully(position, into, place);
    }

    public void require(long address, long bytes, ObjectLocation place) {
        position(address, bytes, place);
    }

    /** A copy of so many bytes of metadata, in the byte order of all metadata. */
    ByteBuffer metadata(long address, long bytes, ObjectLocation place) {
        long position = position(address, bytes, place);
        ByteBuffer copy = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        while (copy.hasRemaining()) {
            long from = position + copy.position();
            ByteBuffer page = page(from / PAGE_BYTES, place);
            int start = (int) (from % PAGE_BYTES);
            int count = Math.min(copy.remaining(), page.limit() - start);
            copy.put(page.slice(start, count));
        }
        return copy.flip();
    }

    /** The same, where the last four bytes are a checksum of the others. */
    public ByteBuffer verified(long address, long bytes, String what, ObjectLocation place) {
        ByteBuffer all = metadata(address, bytes, place);
        int end = all.limit() - Integer.BYTES;
        int computed = ChecksumUtils.checksum(all.slice(0, end));
        if (all.getInt(end) != computed) {
            throw place.damaged("the checksum of the " + what + " at " + address + " is "
                    + Integer.toHexString(computed) + " where " + Integer.toHexString(all.getInt(end)) + " is stored");
        }
        return all.limit(end);
    }

    /** The next address of a buffer, {@link #UNDEFINED} if it points nowhere. */
    public long address(ByteBuffer buffer) {
        int bytes = superblock.offsetBytes();
        long address = unsigned(buffer, bytes);
        return bytes < Long.BYTES && address == (1L << (Byte.SIZE * bytes)) - 1 ? UNDEFINED : address;
    }

    /** The next length of a buffer. */
    public long length(ByteBuffer buffer) {
        return unsigned(buffer, superblock.lengthBytes());
    }

    /** The next whole number of so many bytes, at most eight. */
    public static long unsigned(ByteBuffer buffer, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (buffer.get() & 0xffL) << (Byte.SIZE * i);
        }
        return value;
    }

    private long position(long address, long bytes, ObjectLocation place) {
        long position = address + superblock.base();
        if (address < 0 || bytes < 0 || position < 0 || bytes > size - position) {
            throw place.damaged("points at " + Long.toUnsignedString(bytes) + " bytes from "
                    + Long.toUnsignedString(address) + " on in a file of " + size);
        }
        return position;
    }

    private ByteBuffer page(long number, ObjectLocation place) {
        ByteBuffer page = pages.get(number);
        if (page == null) {
            long start = number * PAGE_BYTES;
            page = ByteBuffer.allocate((int) Math.min(PAGE_BYTES, size - start));
            readFully(start, page, place);
            page.flip();
            pages.put(number, page);
        }
        return page;
    }

    /** A channel may deliver less than it is asked for, as many do that are not local files. */
    private void readFully(long position, ByteBuffer into, ObjectLocation place) {
        try {
            while (into.hasRemaining()) {
                int count = channel.read(into, position);
                if (count <= 0) {
                    throw place.damaged("ends at " + position + " where it was " + size + " bytes long");
                }
                position += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    place.file() + ":" + place.object() + ": cannot be read at " + position + " (" + e.getMessage()
                            + ")",
                    e);
        }
    }
}
