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
 * The bytes of a file, read at positions. Metadata is read in pages that are cached, so that the hundreds of small
 * reads of a file's structure become a few; raw data is not cached. Requests beyond the end of the file fail before
 * memory is allocated.
 */
public final class Source {
    public static final long UNDEFINED = -1;

    /** About as much as one round trip to a remote file transfers in its latency. */
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

    /** Returns a copy of metadata bytes, in the byte order of all metadata. */
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

    /** The same; the last four bytes are a checksum of the others. */
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

    /** Reads the next address of a buffer; {@link #UNDEFINED} if it is null. */
    public long address(ByteBuffer buffer) {
        int bytes = superblock.offsetBytes();
        long address = unsigned(buffer, bytes);
        return bytes < Long.BYTES && address == (1L << (Byte.SIZE * bytes)) - 1 ? UNDEFINED : address;
    }

    /** Reads the next length of a buffer. */
    public long length(ByteBuffer buffer) {
        return unsigned(buffer, superblock.lengthBytes());
    }

    /** Reads the next unsigned integer of {@code bytes} bytes, at most eight. */
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

    /** A channel may return fewer bytes than requested, as many non-local channels do. */
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
