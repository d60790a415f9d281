package org.spolia.hdf5.structure;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The objects of variable length in a file: collections at addresses, and objects by number within them. */
public final class GlobalHeap {
    private static final int SIGNATURE = 0x4c4f4347; // GCOL
    private static final int MOST_COLLECTIONS = 64;
    private static final int ALIGNMENT = 8;

    private final Source source;
    private final Map<Long, Map<Integer, ByteBuffer>> collections = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<Integer, ByteBuffer>> eldest) {
            return size() > MOST_COLLECTIONS;
        }
    };

    public GlobalHeap(Source source) {
        this.source = source;
    }

    /** Returns the bytes of an object, which must not be changed. */
    public ByteBuffer object(long address, int number, ObjectLocation place) {
        Map<Integer, ByteBuffer> collection = collections.get(address);
        if (collection == null) {
            collection = read(address, place);
            collections.put(address, collection);
        }
        ByteBuffer object = collection.get(number);
        if (object == null) {
            throw place.damaged(
                    "refers to object " + number + " of the heap at " + address + ", which does not contain it");
        }
        return object.duplicate();
    }

    private Map<Integer, ByteBuffer> read(long address, ObjectLocation place) {
        int lengthBytes = source.superblock().lengthBytes();
        ByteBuffer header = source.metadata(address, 8 + lengthBytes, place);
        if (header.getInt() != SIGNATURE || header.get() != 1) {
            throw place.damaged("there is no heap at " + address + " where one should be");
        }
        header.position(8);
        ByteBuffer heap = source.metadata(address, source.length(header), place);
        heap.position(Math.min(heap.limit(), header.position()));
        Map<Integer, ByteBuffer> objects = new HashMap<>();
        int headerBytes = 8 + lengthBytes;
        while (heap.remaining() >= headerBytes) {
            int number = heap.getShort() & 0xffff;
            heap.position(heap.position() + 6);
            long size = source.length(heap);
            if (number == 0) {
                break;
            }
            long padded = size + ALIGNMENT - 1 & -ALIGNMENT;
            if (size < 0 || padded < size || padded > heap.remaining()) {
                throw place.damaged("object " + number + " of the heap at " + address + " extends beyond it");
            }
            objects.put(number, heap.slice(heap.position(), (int) size));
            heap.position(heap.position() + (int) padded);
        }
        return objects;
    }
}
