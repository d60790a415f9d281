package org.spolia.jobs.source.file;

import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** Counts the reads of a task so far. Not thread-safe. */
public final class ReadCounters {
    private long bytes;
    private long reads;
    private long files;
    private long chunks;

    void addRead(long count) {
        reads++;
        bytes += count;
    }

    public long reads() {
        return reads;
    }

    public long bytes() {
        return bytes;
    }

    void addFile() {
        files++;
    }

    public void addChunks(long count) {
        chunks += count;
    }

    /**
     * Returns the metrics of a task in Spark's form.
     *
     * @param open chunks of a file that is still being read
     */
    public CustomTaskMetric[] metrics(long open) {
        return new CustomTaskMetric[] {
            new ReadMetrics.Value(ReadMetrics.BYTES, bytes),
            new ReadMetrics.Value(ReadMetrics.READS, reads),
            new ReadMetrics.Value(ReadMetrics.FILES, files),
            new ReadMetrics.Value(ReadMetrics.CHUNKS, chunks + open)
        };
    }
}
