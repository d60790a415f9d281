package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;

/** The chunk index of datasets of limited size: one entry for every possible chunk, in pages if there are many. */
final class FixedArray {
    private static final int HEADER_SIGNATURE = 0x44484146; // FAHD
    private static final int BLOCK_SIGNATURE = 0x42444146; // FADB
    private static final int CHECKSUM_BYTES = 4;

    private final ChunkEntries entries;
    private final ChunkCounter counter;
    private final boolean filtered;
    private final int entryBytes;

    private FixedArray(ChunkEntries entries, boolean filtered, int entryBytes) {
        this.entries = entries;
        this.counter = ChunkCounter.rowMajor(entries.grid(), entries.place());
        this.filtered = filtered;
        this.entryBytes = entryBytes;
        entries.requireEntryBytes(entryBytes, filtered);
    }

    static void read(long address, boolean filtered, ChunkEntries entries) {
        Source source = entries.source();
        ObjectLocation place = entries.place();
        int lengthBytes = source.superblock().lengthBytes();
        int offsetBytes = source.superblock().offsetBytes();
        ByteBuffer header = source.verified(address, 12L + lengthBytes + offsetBytes, "chunk index", place);
        if (header.getInt() != HEADER_SIGNATURE || header.get() != 0 || header.get() != (filtered ? 1 : 0)) {
            throw place.damaged("there is no fixed array at " + address + " where the chunk index should be");
        }
        int entryBytes = header.get() & 0xff;
        int pageBits = header.get() & 0xff;
        long count = source.length(header);
        long block = source.address(header);
        if (pageBits > 30 || count < 0) {
            throw place.damaged("the chunk index has " + Long.toUnsignedString(count) + " entries");
        }
        if (block != Source.UNDEFINED) {
            new FixedArray(entries, filtered, entryBytes).readBlock(block, address, count, 1L << pageBits);
        }
    }

    private void readBlock(long address, long header, long count, long pageEntries) {
        Source source = entries.source();
        long prefix = 6L + source.superblock().offsetBytes();
        boolean paged = count > pageEntries;
        long pages = (count + pageEntries - 1) / pageEntries;
        long body = paged ? (pages + 7) / 8 : Math.multiplyExact(count, entryBytes);
        ByteBuffer block = source.verified(address, prefix + body + CHECKSUM_BYTES, "chunk index", entries.place());
        if (block.getInt() != BLOCK_SIGNATURE
                || block.get() != 0
                || block.get() != (filtered ? 1 : 0)
                || source.address(block) != header) {
            throw entries.place().damaged("there is no block of a fixed array at " + address + " where one should be");
        }
        if (!paged) {
            readEntries(block, count);
            return;
        }
        long page = address + prefix + body + CHECKSUM_BYTES;
        for (long i = 0; i < pages; i++) {
            long inPage = Math.min(pageEntries, count - i * pageEntries);
            boolean written = (block.get((int) (prefix + i / 8)) & 0x80 >> (i % 8)) != 0;
            if (written) {
                long bytes = inPage * entryBytes + CHECKSUM_BYTES;
                readEntries(source.verified(page, bytes, "chunk index", entries.place()), inPage);
            } else {
                counter.skip(inPage);
            }
            page += pageEntries * entryBytes + CHECKSUM_BYTES;
        }
    }

    private void readEntries(ByteBuffer buffer, long count) {
        for (long i = 0; i < count; i++) {
            entries.addElement(buffer, entryBytes, filtered, counter.next());
        }
    }
}
