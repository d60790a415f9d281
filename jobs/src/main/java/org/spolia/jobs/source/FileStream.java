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
 * New files as they come. A file is in the manifest before an offset counts it, and what an offset counts does not change: a batch that is
 * planned again, after a kill too, has the same files, or names the one that is not as it was.
 *
 * <p>A file that was read may go, but not change.
 */
final class FileStream implements MicroBatchStream, SupportsTriggerAvailableNow {
    /** Files that came between two listings, in the order in which they were written. */
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

    /** What the rows of files are. */
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
        // The query's own log says what is done; the manifest stays, since a batch may come again.
    }

    @Override
    public void stop() {
        // Nothing is open between batches.
    }
}
