package org.spolia.jobs.source;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import org.spolia.jobs.source.file.SourceFile;

/**
 * New files as they arrive. A file enters the manifest before an offset counts it, and the files of an offset do not
 * change. A batch that is planned again, also after a kill, has the same files, or fails and names the changed file.
 *
 * <p>A file that was read may be deleted, but not changed.
 */
final class FileStream implements MicroBatchStream, SupportsTriggerAvailableNow {
    /** The order of files that arrived between two listings: by modification time. */
    private static final Comparator<SourceFile> BY_AGE =
            Comparator.comparingLong(SourceFile::modified).thenComparing(SourceFile::name);

    private final FileSet files;
    private final Reading reading;
    private final Manifest manifest;
    private OptionalInt frozenEnd = OptionalInt.empty();

    private FileStream(FileSet files, Reading reading, Manifest manifest) {
        this.files = files;
        this.reading = reading;
        this.manifest = manifest;
    }

    static FileStream open(FileSet files, Reading reading, String checkpointLocation) {
        return new FileStream(
                files, reading, Manifest.open(checkpointLocation, files.root().base(), files.configuration()));
    }

    /** The kind of rows that a stream has. */
    interface Reading {
        InputPartition[] partitions(List<SourceFile> files);

        PartitionReaderFactory readers();
    }

    @Override
    public Offset initialOffset() {
        return new FilesOffset(0);
    }

    @Override
    public Offset deserializeOffset(String json) {
        return FilesOffset.parse(json);
    }

    @Override
    public ReadLimit getDefaultReadLimit() {
        return Admission.limit(files.options());
    }

    @Override
    public void prepareForTriggerAvailableNow() {
        discover();
        frozenEnd = OptionalInt.of(manifest.files().size());
    }

    @Override
    public Offset latestOffset(Offset start, ReadLimit limit) {
        if (frozenEnd.isEmpty()) {
            discover();
        }
        int last = frozenEnd.orElseGet(() -> manifest.files().size());
        return new FilesOffset(Admission.end(manifest.files(), ((FilesOffset) start).files(), last, limit));
    }

    @Override
    public Offset latestOffset() {
        throw new UnsupportedOperationException("A limit decides how far a batch goes");
    }

    @Override
    public Offset reportLatestOffset() {
        return new FilesOffset(manifest.files().size());
    }

    private void discover() {
        Map<String, SourceFile> known =
                manifest.files().stream().collect(Collectors.toMap(SourceFile::name, Function.identity()));
        List<SourceFile> listed = files.list();
        for (SourceFile file : listed) {
            SourceFile before = known.get(file.name());
            if (before != null) {
                before.requireSame(file.size(), file.modified());
            }
        }
        List<SourceFile> fresh = listed.stream()
                .filter(file -> !known.containsKey(file.name()))
                .sorted(BY_AGE)
                .toList();
        if (!fresh.isEmpty()) {
            manifest.append(fresh);
        }
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        int from = ((FilesOffset) start).files();
        int to = ((FilesOffset) end).files();
        if (to > manifest.files().size()) {
            throw new IllegalStateException("The checkpoint counts " + to + " files of " + files.root()
                    + ", and its list has " + manifest.files().size() + "; start with a new checkpoint");
        }
        return reading.partitions(manifest.files().subList(from, to));
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return reading.readers();
    }

    @Override
    public void commit(Offset end) {
        // The query's own log records completed batches. The manifest stays, because a batch may be repeated.
    }

    @Override
    public void stop() {
        // Nothing is open between batches.
    }
}
