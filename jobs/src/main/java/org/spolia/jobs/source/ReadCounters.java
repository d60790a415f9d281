package org.spolia.jobs.source;

import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What a task has read so far. One thread counts. */
final class ReadCounters {
    private long bytes;
    private long reads;
    private long files;
    private long chunks;

    void addRead(long count) {
        reads++;
        bytes += count;
    }

    long reads() {
        return reads;
    }

    long bytes() {
        return bytes;
    }

    void addFile() {
        files++;
    }

    void addChunks(long count) {
        chunks += count;
    }

    /**
     * @param open chunks of a file that is still being read
     */
    CustomTaskMetric[] metrics(long open) {
        return new CustomTaskMetric[] {
            new ReadMetrics.Value(ReadMetrics.BYTES, bytes),
            new ReadMetrics.Value(ReadMetrics.READS, reads),
            new ReadMetrics.Value(ReadMetrics.FILES, files),
            new ReadMetrics.Value(ReadMetrics.CHUNKS, chunks + open)
        };
    }
}
