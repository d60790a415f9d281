package org.spolia.jobs.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.source.file.ReadCounters;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.FileContents;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.OpenFile;

/** Reads slices one after the other. */
final class SliceReader<T> implements PartitionReader<T> {
    /** The logger of Spark's library, because executors discard the output of the JDK's loggers. */
    private static final Logger LOG = LoggerFactory.getLogger(SliceReader.class);

    private final Deque<Slice> slices;
    private final Format format;
    private final Reading<T> reading;
    private final Configuration configuration;
    private final boolean skipsDamaged;
    private final ReadCounters counters = new ReadCounters();
    private @Nullable OpenFile file;
    private @Nullable SourceFile opened;
    private Iterator<T> rows = Collections.emptyIterator();
    private @Nullable T row;

    /**
     * Creates a reader.
     *
     * @param skipsDamaged whether a damaged file yields no rows instead of an error
     */
    SliceReader(
            List<Slice> slices, Format format, Reading<T> reading, Configuration configuration, boolean skipsDamaged) {
        this.slices = new ArrayDeque<>(slices);
        this.format = format;
        this.reading = reading;
        this.configuration = configuration;
        this.skipsDamaged = skipsDamaged;
    }

    /** The kind of values that are read: rows, or batches of rows. */
    interface Reading<T> {
        Iterator<T> read(FileContents contents, FrameUnit unit);
    }

    @Override
    public boolean next() throws IOException {
        while (!rows.hasNext()) {
            Slice slice = slices.poll();
            if (slice == null) {
                return false;
            }
            boolean isNew = !slice.file().equals(opened);
            if (skipsDamaged && isNew && !isReadable(slice)) {
                slices.removeIf(other -> other.file().equals(slice.file()));
                continue;
            }
            rows = rows(slice);
        }
        row = rows.next();
        return true;
    }

    @Override
    public T get() {
        return Objects.requireNonNull(row);
    }

    private Iterator<T> rows(Slice slice) throws IOException {
        return reading.read(open(slice.file()).contents(), slice.unit());
    }

    /** Damage near the end must be known before the first row is returned, so the requested data are read twice. */
    private boolean isReadable(Slice first) throws IOException {
        try {
            rows(first).forEachRemaining(ignored -> {});
            for (Slice other : slices) {
                if (other.file().equals(first.file())) {
                    rows(other).forEachRemaining(ignored -> {});
                }
            }
            return true;
        } catch (Hdf5Exception e) {
            LOG.warn("Skipped {}", e.getMessage());
            return false;
        }
    }

    private OpenFile open(SourceFile source) throws IOException {
        OpenFile last = file;
        if (last != null && source.equals(opened)) {
            return last;
        }
        close();
        OpenFile next = OpenFile.open(format, source, configuration, counters);
        file = next;
        opened = source;
        return next;
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return counters.metrics(file == null ? 0 : file.decodedChunks());
    }

    @Override
    public void close() throws IOException {
        OpenFile last = file;
        file = null;
        if (last != null) {
            last.close();
        }
    }
}
