package org.spolia.hdf5.structure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;

/**
 * The first version of the B-tree, for groups and chunks. It has no checksums, so everything that can be compared is.
 */
public final class BTreeV1 {
    private static final int SIGNATURE = 0x45455254; // TREE
    private static final int HEADER_BYTES = 8;

    private final Source source;
    private final int type;
    private final int keyBytes;
    private final ObjectLocation place;

    private BTreeV1(Source source, int type, int keyBytes, ObjectLocation place) {
        this.source = source;
        this.type = type;
        this.keyBytes = keyBytes;
        this.place = place;
    }

    /** Opens the tree of a group, whose keys point to names. */
    static BTreeV1 ofGroup(Source source, ObjectLocation place) {
        return new BTreeV1(source, 0, source.superblock().lengthBytes(), place);
    }

    /** Opens the tree of a dataset's chunks: size, mask, and an offset on each axis and within the element. */
    public static BTreeV1 ofChunks(Source source, int axes, ObjectLocation place) {
        return new BTreeV1(source, 1, 8 + 8 * (axes + 1), place);
    }

    /**
     * Passes on each key of a leaf with its address, in the order of the keys, and at the end of each leaf the key that
     * bounds it, with {@link Source#UNDEFINED}.
     */
    public void visit(long root, BiConsumer<ByteBuffer, Long> entry) {
        visit(root, -1, entry);
    }

    private void visit(long address, int expectedLevel, BiConsumer<ByteBuffer, Long> entry) {
        int offsetBytes = source.superblock().offsetBytes();
        ByteBuffer header = source.metadata(address, HEADER_BYTES, place);
        int signature = header.getInt();
        int nodeType = header.get() & 0xff;
        int level = header.get() & 0xff;
        int count = header.getShort() & 0xffff;
        // The level must fall by one at each step, which also prevents cycles in a damaged tree.
        if (signature != SIGNATURE || nodeType != type || (expectedLevel >= 0 && level != expectedLevel)) {
            throw place.damaged("there is no node of a B-tree at " + address + " where one should be");
        }
        long entries = address + HEADER_BYTES + 2L * offsetBytes;
        ByteBuffer body = source.metadata(entries, (long) count * (keyBytes + offsetBytes) + keyBytes, place);
        for (int i = 0; i < count; i++) {
            ByteBuffer key = body.slice(body.position(), keyBytes).order(ByteOrder.LITTLE_ENDIAN);
            body.position(body.position() + keyBytes);
            long child = source.address(body);
            if (level > 0) {
                visit(child, level - 1, entry);
            } else {
                entry.accept(key, child);
            }
        }
        if (level == 0) {
            entry.accept(body.slice().order(ByteOrder.LITTLE_ENDIAN), Source.UNDEFINED);
        }
    }
}
