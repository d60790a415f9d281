package org.spolia.hdf5.structure;

import io.jhdf.checksum.ChecksumUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The heap for links and attributes that are too many for an object header: blocks of doubling size, found by offset.
 */
public final class FractalHeap {
    private static final int HEADER_SIGNATURE = 0x50485246; // FRHP
    private static final int DIRECT_SIGNATURE = 0x42444846; // FHDB
    private static final int INDIRECT_SIGNATURE = 0x42494846; // FHIB
    private static final int HUGE_RECORDS = 1;
    private static final int CHECKSUM_BYTES = 4;

    private final Source source;
    private final ObjectLocation place;
    private final long header;
    private final boolean checked;
    private final int offsetBytes;
    private final int lengthBytes;
    private final long firstBlock;
    private final long largestDirect;
    private final int width;
    private final long root;
    private final int rootRows;
    private final long hugeTree;
    private final Map<Long, ByteBuffer> blocks = new HashMap<>();

    public FractalHeap(Source source, long address, ObjectLocation place) {
        this.source = source;
        this.place = place;
        this.header = address;
        int offsets = source.superblock().offsetBytes();
        int lengths = source.superblock().lengthBytes();
        ByteBuffer buffer = source.verified(address, 26L + 12L * lengths + 3L * offsets, "heap", place);
        if (buffer.getInt() != HEADER_SIGNATURE || buffer.get() != 0) {
            throw place.damaged("there is no heap at " + address + " where one should be");
        }
        buffer.getShort();
        int filterBytes = buffer.getShort();
        if (filterBytes != 0) {
            throw place.unsupported("keeps its links or attributes in a compressed heap, which is not read");
        }
        this.checked = (buffer.get() & 2) != 0;
        long largestManaged = buffer.getInt() & 0xffffffffL;
        source.length(buffer);
        this.hugeTree = source.address(buffer);
        buffer.position(buffer.position() + offsets + 9 * lengths);
        this.width = buffer.getShort() & 0xffff;
        this.firstBlock = source.length(buffer);
        this.largestDirect = source.length(buffer);
        int heapBits = buffer.getShort() & 0xffff;
        buffer.getShort();
        this.root = source.address(buffer);
        this.rootRows = buffer.getShort() & 0xffff;
        if (Long.bitCount(firstBlock) != 1 || Long.bitCount(largestDirect) != 1 || width == 0 || heapBits > 64) {
            throw place.damaged("the heap at " + address + " has impossible block sizes");
        }
        this.offsetBytes = (heapBits + 7) / 8;
        this.lengthBytes = Math.min((Long.numberOfTrailingZeros(largestDirect) + 7) / 8, bytesFor(largestManaged));
    }

    /** Returns the bytes of an object. */
    public ByteBuffer object(ByteBuffer id) {
        int flags = id.get();
        return switch ((flags >> 4) & 3) {
            case 0 -> managed(Source.unsigned(id, offsetBytes), Source.unsigned(id, lengthBytes));
            case 1 -> huge(source.length(id));
            case 2 -> id.slice(id.position(), (flags & 0xf) + 1).order(ByteOrder.LITTLE_ENDIAN);
            default -> throw place.damaged("refers to an object of the heap at " + header + " in an unknown way");
        };
    }

    private ByteBuffer managed(long offset, long length) {
        if (rootRows == 0) {
            return part(root, 0, firstBlock, offset, length);
        }
        return fromIndirect(root, 0, rootRows, offset, length);
    }

    private ByteBuffer fromIndirect(long address, long start, int rows, long offset, long length) {
        int addresses = source.superblock().offsetBytes();
        long prefix = 5L + addresses + offsetBytes;
        long bytes = prefix + (long) rows * width * addresses + CHECKSUM_BYTES;
        ByteBuffer block = source.verified(address, bytes, "heap's block", place);
        check(block, INDIRECT_SIGNATURE, start);
        for (int row = 0; row < rows; row++) {
            long size = rowSize(row);
            for (int column = 0; column < width; column++) {
                long child = source.address(block);
                if (offset >= start && offset - start < size && child != Source.UNDEFINED) {
                    return size <= largestDirect
                            ? part(child, start, size, offset, length)
                            : fromIndirect(child, start, rowsOf(size), offset, length);
                }
                start += size;
            }
        }
        throw place.damaged("refers to " + offset + " in the heap at " + header + ", where nothing is");
    }

    private ByteBuffer part(long address, long start, long size, long offset, long length) {
        if (address == Source.UNDEFINED || offset < start || length < 0 || offset - start > size - length) {
            throw place.damaged("refers to " + offset + " in the heap at " + header + ", where nothing is");
        }
        ByteBuffer block = blocks.get(address);
        if (block == null) {
            block = direct(address, start, size);
            blocks.put(address, block);
        }
        return block.slice((int) (offset - start), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer direct(long address, long start, long size) {
        ByteBuffer block = source.metadata(address, size, place);
        check(block, DIRECT_SIGNATURE, start);
        if (checked) {
            int at = block.position();
            int stored = block.getInt(at);
            block.putInt(at, 0);
            if (ChecksumUtils.checksum(block.slice(0, block.limit())) != stored) {
                throw place.damaged("the checksum of the heap's block at " + address + " does not match");
            }
        }
        return block;
    }

    private void check(ByteBuffer block, int signature, long start) {
        boolean right = block.getInt() == signature
                && block.get() == 0
                && source.address(block) == header
                && Source.unsigned(block, offsetBytes) == start;
        if (!right) {
            throw place.damaged("there is no block of the heap at " + header + " where one should be");
        }
    }

    private ByteBuffer huge(long number) {
        List<ByteBuffer> found = new ArrayList<>();
        BTreeV2.open(source, hugeTree, HUGE_RECORDS, place).visit(record -> {
            long address = source.address(record);
            long length = source.length(record);
            if (source.length(record) == number) {
                found.add(source.metadata(address, length, place));
            }
        });
        if (found.size() != 1) {
            throw place.damaged(
                    "refers to object " + number + " of the heap at " + header + ", which does not contain it");
        }
        return found.get(0);
    }

    /** The first two rows have blocks of the same size; each further row doubles it. */
    private long rowSize(int row) {
        return row == 0 ? firstBlock : firstBlock << (row - 1);
    }

    private int rowsOf(long size) {
        return Long.numberOfTrailingZeros(size)
                - Long.numberOfTrailingZeros(firstBlock)
                - Long.numberOfTrailingZeros(Integer.highestOneBit(width))
                + 1;
    }

    private static int bytesFor(long most) {
        return (63 - Long.numberOfLeadingZeros(Math.max(1, most))) / 8 + 1;
    }
}
