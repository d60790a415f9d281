package org.spolia.jobs.tables;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.sources.DeltaSourceOffset;
import org.apache.spark.sql.functions;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files of a table in the order in which a stream of Delta will read them. They say what is worth computing early;
 * what a batch contains, the stream alone decides.
 */
public final class StreamedFiles {
    private final DeltaLog log;
    private final Snapshot snapshot;
    private final Deque<AddFile> left = new ArrayDeque<>();

    private StreamedFiles(DeltaLog log, Snapshot snapshot) {
        this.log = log;
        this.snapshot = snapshot;
    }

    /**
     * Lists the files that the table has now.
     *
     * @param offset where the stream continues, as its checkpoint says; empty for a new stream
     */
    static StreamedFiles of(SparkSession spark, String folder, Optional<String> offset) {
        DeltaLog log = DeltaLog.forTable(spark, folder);
        StreamedFiles files = new StreamedFiles(log, log.update(false, Option.empty(), Option.empty()));
        Optional<DeltaSourceOffset> place = offset.map(
                json -> DeltaSourceOffset.apply(files.snapshot.metadata().id(), json));
        if (place.isEmpty()) {
            files.addFirst(files.snapshot);
            return files;
        }
        long version = place.get().reservoirVersion();
        if (place.get().isInitialSnapshot()) {
            files.addFirst(log.getSnapshotAt(version, Option.empty(), Option.empty(), false));
            version++;
        }
        files.addFrom(version);
        return files;
    }

    /** A new stream reads the files that exist when it begins in this order. */
    private void addFirst(Snapshot first) {
        first.allFiles().collectAsList().stream()
                .sorted(Comparator.comparingLong(AddFile::modificationTime).thenComparing(AddFile::path))
                .forEach(left::add);
    }

    /** Later files are read commit by commit. */
    private void addFrom(long version) {
        if (version > snapshot.version()) {
            return;
        }
        Iterator<Tuple2<Object, Seq<Action>>> commits =
                CollectionConverters.asJava(log.getChanges(version, Option.empty(), false));
        while (commits.hasNext()) {
            for (Action action : CollectionConverters.asJava(commits.next()._2())) {
                if (action instanceof AddFile file && file.dataChange()) {
                    left.add(file);
                }
            }
        }
    }

    /** Returns the name of the file that rows were read from; empty if there is not exactly one. */
    public static Optional<String> name(Dataset<Row> rows) {
        List<Row> names = rows.select(functions.input_file_name()).distinct().takeAsList(2);
        return names.size() == 1 ? Optional.of(name(names.get(0).getString(0))) : Optional.empty();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Goes to the place after a file. Without that file, nothing is known to follow. */
    public void goPast(String name) {
        while (!left.isEmpty()) {
            if (name(left.remove().path()).equals(name)) {
                return;
            }
        }
    }

    /** The name of the file that follows; empty after the last one. */
    public Optional<String> next() {
        return Optional.ofNullable(left.peek()).map(file -> name(file.path()));
    }

    /** The rows of the file that follows. */
    public Dataset<Row> rows() {
        Seq<AddFile> file =
                CollectionConverters.asScala(List.of(left.element())).toSeq();
        return log.createDataFrame(snapshot, file, false, Option.empty());
    }
}
