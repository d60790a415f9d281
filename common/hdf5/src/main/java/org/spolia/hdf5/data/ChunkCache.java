package org.spolia.hdf5.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most recently used decoded chunks of a file, limited to a number of bytes. */
public final class ChunkCache {

    /** A chunk of the dataset whose object header is at an address. */
    record Key(long dataset, long number) {}

    private final long mostBytes;
    private final Map<Key, byte[]> chunks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    public ChunkCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    byte @Nullable [] find(Key key) {
        return chunks.get(key);
    }

    boolean takes(int chunkBytes) {
        return chunkBytes <= mostBytes;
    }

    void put(Key key, byte[] chunk) {
        bytes += chunk.length;
        chunks.put(key, chunk);
        var eldest = chunks.values().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }
}
