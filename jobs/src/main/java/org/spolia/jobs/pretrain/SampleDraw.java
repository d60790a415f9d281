package org.spolia.jobs.pretrain;

import java.io.Serializable;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A draw of samples if not all of them fit: the samples with the smallest hashes, up to a maximum number and a maximum
 * size. Draws of parts, combined in any order, equal the draw of the whole.
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

    /**
     * Leaves out every sample after one that does not fit, however small, because the result would otherwise depend on
     * the order.
     */
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
