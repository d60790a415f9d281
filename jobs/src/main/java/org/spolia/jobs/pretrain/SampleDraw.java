package org.spolia.jobs.pretrain;

import java.io.Serializable;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which samples are held where not all of them can be: those with the least hashes, up to a number of them and of bytes. Draws of parts, put
 * together in any order, are the draw of the whole.
 */
final class SampleDraw implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int mostSamples;
    private final long mostBytes;
    private final TreeMap<String, Long> bytesByHash = new TreeMap<>();
    private long bytes;
    private long found;
    private long unusable;
    private @Nullable String firstLeftOut;

    SampleDraw(int mostSamples, long mostBytes) {
        this.mostSamples = mostSamples;
        this.mostBytes = mostBytes;
    }

    void add(String hash, long size) {
        found++;
        hold(hash, size);
    }

    void addUnusable() {
        unusable++;
    }

    SampleDraw with(SampleDraw other) {
        found += other.found;
        unusable += other.unusable;
        other.bytesByHash.forEach(this::hold);
        if (other.firstLeftOut != null) {
            leaveOutFrom(other.firstLeftOut);
        }
        return this;
    }

    private void hold(String hash, long size) {
        if (!isBeforeCut(hash)) {
            return;
        }
        bytesByHash.put(hash, size);
        bytes += size;
        while (bytesByHash.size() > mostSamples || bytes > mostBytes) {
            leaveOutFrom(bytesByHash.lastKey());
        }
    }

    /** What comes after a sample that there is no room for is left out too, however small, or the order in which they come would matter. */
    private void leaveOutFrom(String hash) {
        if (isBeforeCut(hash)) {
            firstLeftOut = hash;
            var cut = bytesByHash.tailMap(hash, true);
            bytes -= cut.values().stream().mapToLong(Long::longValue).sum();
            cut.clear();
        }
    }

    private boolean isBeforeCut(String hash) {
        return firstLeftOut == null || hash.compareTo(firstLeftOut) < 0;
    }

    boolean holds(String hash) {
        return bytesByHash.containsKey(hash);
    }

    int held() {
        return bytesByHash.size();
    }

    long found() {
        return found;
    }

    long unusable() {
        return unusable;
    }
}
