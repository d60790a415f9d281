package org.spolia.hdf5.structure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The members of a group in the oldest format: a B-tree of nodes with entries, and a heap with their names. */
final class SymbolTable {
    private static final int NODE_SIGNATURE = 0x444f4e53; // SNOD
    private static final int HEAP_SIGNATURE = 0x50414548; // HEAP
    private static final int SOFT = 2;
    private static final int SCRATCH_BYTES = 16;

    private final Source source;
    private final ObjectLocation place;
    private final ByteBuffer names;
    private final Map<String, Link> links;

    private SymbolTable(Source source, long heap, Map<String, Link> links, ObjectLocation place) {
        this.source = source;
        this.place = place;
        this.links = links;
        int offsetBytes = source.superblock().offsetBytes();
        int lengthBytes = source.superblock().lengthBytes();
        ByteBuffer header = source.metadata(heap, 8L + 2L * lengthBytes + offsetBytes, place);
        if (header.getInt() != HEAP_SIGNATURE || header.get() != 0) {
            throw place.damaged("there is no heap of names at " + heap + " where one should be");
        }
        header.position(8);
        long size = source.length(header);
        source.length(header);
        this.names = source.metadata(source.address(header), size, place);
    }

    static void read(Source source, long tree, long heap, Map<String, Link> links, ObjectLocation place) {
        SymbolTable table = new SymbolTable(source, heap, links, place);
        BTreeV1.ofGroup(source, place).visit(tree, (key, node) -> {
            if (node != Source.UNDEFINED) {
                table.readNode(node);
            }
        });
    }

    private void readNode(long address) {
        ByteBuffer header = source.metadata(address, 8, place);
        if (header.getInt() != NODE_SIGNATURE || header.get() != 1) {
            throw place.damaged("there is no node of names at " + address + " where one should be");
        }
        int count = header.getShort(6) & 0xffff;
        int entryBytes = 2 * source.superblock().offsetBytes() + 8 + SCRATCH_BYTES;
        ByteBuffer entries = source.metadata(address + 8, (long) count * entryBytes, place);
        for (int i = 0; i < count; i++) {
            entries.position(i * entryBytes);
            String name = name(Source.unsigned(entries, source.superblock().offsetBytes()));
            long object = source.address(entries);
            int cached = entries.getInt();
            entries.getInt();
            links.put(name, cached == SOFT ? new Link.Soft(name(entries.getInt())) : new Link.Hard(object));
        }
    }

    private String name(long offset) {
        if (offset < 0 || offset >= names.limit()) {
            throw place.damaged("has a name at " + Long.toUnsignedString(offset) + " in a heap of " + names.limit());
        }
        int end = (int) offset;
        while (end < names.limit() && names.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - (int) offset];
        names.get((int) offset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
