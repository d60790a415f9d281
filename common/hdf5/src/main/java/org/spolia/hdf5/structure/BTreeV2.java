package org.spolia.hdf5.structure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** The second version of the B-tree, for chunks, links and attributes. Every node has a checksum. */
public final class BTreeV2 {
    private static final int HEADER_SIGNATURE = 0x44485442; // BTHD
    private static final int INTERNAL_SIGNATURE = 0x4e495442; // BTIN
    private static final int LEAF_SIGNATURE = 0x464c5442; // BTLF
    private static final int PREFIX_BYTES = 6;
    private static final int CHECKSUM_BYTES = 4;

    private final Source source;
    private final ObjectLocation place;
    private final int type;
    private final int recordBytes;
    private final int nodeBytes;
    private final int depth;
    private final long root;
    private final int recordsInRoot;
    private final long[] mostBelow;
    private final int countBytes;

    private BTreeV2(Source source, long address, ObjectLocation place) {
        this.source = source;
        this.place = place;
        int lengthBytes = source.superblock().lengthBytes();
        int offsetBytes = source.superblock().offsetBytes();
        ByteBuffer header = source.verified(address, 22 + offsetBytes + lengthBytes, "B-tree", place);
        if (header.getInt() != HEADER_SIGNATURE || header.get() != 0) {
            throw place.damaged("there is no B-tree at " + address + " where one should be");
        }
        this.type = header.get();
        this.nodeBytes = header.getInt();
        this.recordBytes = header.getShort() & 0xffff;
        this.depth = header.getShort() & 0xffff;
        header.getShort();
        this.root = source.address(header);
        this.recordsInRoot = header.getShort() & 0xffff;
        if (recordBytes == 0 || nodeBytes < PREFIX_BYTES + CHECKSUM_BYTES + recordBytes || depth > 64) {
            throw place.damaged(
                    "the B-tree at " + address + " has records of " + recordBytes + " bytes in nodes of " + nodeBytes);
        }
        this.mostBelow = new long[depth + 1];
        mostBelow[0] = ((long) nodeBytes - PREFIX_BYTES - CHECKSUM_BYTES) / recordBytes;
        this.countBytes = bytesFor(mostBelow[0]);
        for (int level = 1; level <= depth; level++) {
            long records = ((long) nodeBytes - PREFIX_BYTES - CHECKSUM_BYTES - pointerBytes(level))
                    / (recordBytes + pointerBytes(level));
            mostBelow[level] = (records + 1) * mostBelow[level - 1] + records;
        }
    }

    /** Opens the tree and checks the type of its records. */
    public static BTreeV2 open(Source source, long address, int type, ObjectLocation place) {
        BTreeV2 tree = new BTreeV2(source, address, place);
        if (tree.type != type) {
            throw place.damaged("the B-tree at " + address + " holds records of type " + tree.type + ", not " + type);
        }
        return tree;
    }

    public int recordBytes() {
        return recordBytes;
    }

    /** Passes on the records in their order. */
    public void visit(Consumer<ByteBuffer> record) {
        if (root != Source.UNDEFINED) {
            visit(root, depth, recordsInRoot, record);
        }
    }

    private void visit(long address, int level, int records, Consumer<ByteBuffer> record) {
        long bytes = PREFIX_BYTES + (long) records * recordBytes + CHECKSUM_BYTES;
        if (level > 0) {
            bytes += (records + 1L) * pointerBytes(level);
        }
        if (bytes > nodeBytes) {
            throw place.damaged("a node of the B-tree at " + address + " has " + records + " records, too many");
        }
        ByteBuffer node = source.verified(address, bytes, "B-tree's node", place);
        if (node.getInt() != (level > 0 ? INTERNAL_SIGNATURE : LEAF_SIGNATURE)
                || node.get() != 0
                || node.get() != type) {
            throw place.damaged("there is no node of a B-tree at " + address + " where one should be");
        }
        int pointers = PREFIX_BYTES + records * recordBytes;
        for (int i = 0; i <= records; i++) {
            if (level > 0) {
                node.position(pointers + i * pointerBytes(level));
                long child = source.address(node);
                visit(child, level - 1, (int) Source.unsigned(node, countBytes), record);
            }
            if (i < records) {
                record.accept(
                        node.slice(PREFIX_BYTES + i * recordBytes, recordBytes).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
    }

    /**
     * The size of a child pointer: its address, its number of records, and above the lowest nodes the number of all
     * records below it.
     */
    private int pointerBytes(int level) {
        return source.superblock().offsetBytes() + countBytes + (level > 1 ? bytesFor(mostBelow[level - 1]) : 0);
    }

    private static int bytesFor(long most) {
        return (63 - Long.numberOfLeadingZeros(Math.max(1, most))) / 8 + 1;
    }
}
