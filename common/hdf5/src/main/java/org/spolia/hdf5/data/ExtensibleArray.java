package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;

/**
 * The chunk index of datasets that are unlimited along one axis. The first entries are in the index block, the next in
 * data blocks that it points to, and the others in data blocks that secondary blocks point to. Data blocks grow, and
 * large ones have pages.
 */
final class ExtensibleArray {
    private static final int HEADER_SIGNATURE = 0x44484145; // EAHD
    private static final int INDEX_SIGNATURE = 0x42494145; // EAIB
    private static final int SECONDARY_SIGNATURE = 0x42534145; // EASB
    private static final int DATA_SIGNATURE = 0x42444145; // EADB
    private static final int CHECKSUM_BYTES = 4;

    private final ChunkEntries entries;
    private final Source source;
    private final ObjectLocation place;
    private final ChunkCounter counter;
    private final boolean filtered;
    private final long header;
    private final int offsetBytes;
    private final int entryBytes;
    private final int countBits;
    private final int inIndex;
    private final int leastInData;
    private final int leastPointers;
    private final int pageBits;
    private final long used;
    private final long indexBlock;
    private long passed;

    private ExtensibleArray(long address, boolean filtered, ChunkEntries entries) {
        this.entries = entries;
        this.source = entries.source();
        this.place = entries.place();
        this.counter = ChunkCounter.growing(entries.grid(), place);
        this.filtered = filtered;
        this.header = address;
        this.offsetBytes = source.superblock().offsetBytes();
        int lengthBytes = source.superblock().lengthBytes();
        ByteBuffer buffer = source.verified(address, 16L + 6L * lengthBytes + offsetBytes, "chunk index", place);
        check(buffer, HEADER_SIGNATURE);
        this.entryBytes = buffer.get() & 0xff;
        this.countBits = buffer.get() & 0xff;
        this.inIndex = buffer.get() & 0xff;
        this.leastInData = buffer.get() & 0xff;
        this.leastPointers = buffer.get() & 0xff;
        this.pageBits = buffer.get() & 0xff;
        buffer.position(buffer.position() + 4 * lengthBytes);
        this.used = source.length(buffer);
        source.length(buffer);
        this.indexBlock = source.address(buffer);
        entries.requireEntryBytes(entryBytes, filtered);
        if (Integer.bitCount(leastInData) != 1
                || Integer.bitCount(leastPointers) != 1
                || leastPointers < 2
                || countBits > 64
                || pageBits > 30) {
            throw place.damaged("the chunk index at " + address + " has impossible block sizes");
        }
    }

    static void read(long address, boolean filtered, ChunkEntries entries) {
        ExtensibleArray array = new ExtensibleArray(address, filtered, entries);
        if (array.indexBlock != Source.UNDEFINED) {
            array.readIndexBlock();
        }
    }

    private void readIndexBlock() {
        int direct = 2 * (leastPointers - 1);
        int directLevels = 2 * Integer.numberOfTrailingZeros(leastPointers);
        int levels = 1 + countBits - Integer.numberOfTrailingZeros(leastInData);
        int secondary = Math.max(0, levels - directLevels);
        long bytes = 6L + offsetBytes + (long) inIndex * entryBytes + (long) (direct + secondary) * offsetBytes;
        ByteBuffer block = block(indexBlock, bytes, INDEX_SIGNATURE);
        readEntries(block, inIndex);
        for (int level = 0; level < directLevels; level++) {
            for (long i = 0; i < blocks(level); i++) {
                readData(source.address(block), inData(level), new Pages(0, 0, block));
            }
        }
        for (int level = directLevels; level < levels; level++) {
            readSecondary(source.address(block), level);
        }
    }

    private void readSecondary(long address, int level) {
        long blocks = blocks(level);
        long inBlock = inData(level);
        if (address == Source.UNDEFINED || passed >= used) {
            pass(blocks * inBlock);
            return;
        }
        long pages = inBlock > 1L << pageBits ? inBlock >> pageBits : 0;
        long prefix = 6L + offsetBytes + blockOffsetBytes();
        long bitmap = blocks * ((pages + 7) / 8);
        ByteBuffer block = block(address, prefix + bitmap + blocks * offsetBytes, SECONDARY_SIGNATURE);
        block.position((int) (prefix + bitmap));
        for (long i = 0; i < blocks; i++) {
            readData(source.address(block), inBlock, new Pages((int) prefix, i * pages, block));
        }
    }

    private void readData(long address, long count, Pages pages) {
        if (address == Source.UNDEFINED) {
            pass(count);
            return;
        }
        long prefix = 6L + offsetBytes + blockOffsetBytes();
        long pageEntries = 1L << pageBits;
        if (count <= pageEntries) {
            ByteBuffer block = block(address, prefix + count * entryBytes, DATA_SIGNATURE);
            block.position((int) prefix);
            readEntries(block, count);
            return;
        }
        block(address, prefix, DATA_SIGNATURE);
        long page = address + prefix + CHECKSUM_BYTES;
        long pageBytes = pageEntries * entryBytes + CHECKSUM_BYTES;
        for (long i = 0; i < count / pageEntries; i++, page += pageBytes) {
            if (pages.isWritten(i)) {
                readEntries(source.verified(page, pageBytes, "chunk index", place), pageEntries);
            } else {
                pass(pageEntries);
            }
        }
    }

    private void readEntries(ByteBuffer buffer, long count) {
        for (long i = 0; i < count; i++) {
            entries.addElement(buffer, entryBytes, filtered, counter.next());
        }
        passed += count;
    }

    private void pass(long count) {
        counter.skip(count);
        passed += count;
    }

    private ByteBuffer block(long address, long bytes, int signature) {
        ByteBuffer block = source.verified(address, bytes + CHECKSUM_BYTES, "chunk index", place);
        check(block, signature);
        if (source.address(block) != header) {
            throw place.damaged("the block at " + address + " belongs to another chunk index");
        }
        return block;
    }

    private void check(ByteBuffer block, int signature) {
        if (block.getInt() != signature || block.get() != 0 || block.get() != (filtered ? 1 : 0)) {
            throw place.damaged("there is no extensible array where the chunk index at " + header + " should be");
        }
    }

    /** Data blocks of a level: 1, 1, 2, 2, 4, 4, … */
    private static long blocks(int level) {
        return 1L << (level / 2);
    }

    /** Entries in a data block of a level: 1, 2, 2, 4, 4, … times the smallest. */
    private long inData(int level) {
        return (1L << ((level + 1) / 2)) * leastInData;
    }

    private int blockOffsetBytes() {
        return (countBits + 7) / 8;
    }

    /** The pages of a data block that were written, one bit each in its secondary block. */
    private record Pages(int bitmap, long first, ByteBuffer block) {
        boolean isWritten(long page) {
            long bit = first + page;
            return (block.get((int) (bitmap + bit / 8)) & 0x80 >> (bit % 8)) != 0;
        }
    }
}
