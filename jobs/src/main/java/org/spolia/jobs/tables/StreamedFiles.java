package org.spolia.jobs.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Dependency;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.sources.DeltaSourceOffset;
import org.apache.spark.sql.execution.datasources.FilePartition;
import org.apache.spark.sql.execution.datasources.FileScanRDD;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
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
    /** Tasks of a batch leave slots for a read seldom. */
    private static final int READ_AT_ONCE = 8;

    private final SparkSession spark;
    private final DeltaLog log;
    private final Snapshot snapshot;
    private final Deque<AddFile> left = new ArrayDeque<>();

    /** The rows of the first files that are left, by the name of the file. */
    private final Map<String, List<Row>> early = new HashMap<>();

    private StreamedFiles(SparkSession spark, DeltaLog log, Snapshot snapshot) {
        this.spark = spark;
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
        StreamedFiles files = new StreamedFiles(spark, log, log.update(false, Option.empty(), Option.empty()));
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

    /**
     * Returns the name of the file that rows are read from; empty if there is not exactly one. It is in the plan of the
     * rows, so no task has to read them.
     */
    public static Optional<String> name(Dataset<Row> rows) {
        Set<String> names = new HashSet<>();
        addNames(rows.queryExecution().toRdd(), names);
        return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
    }

    private static void addNames(RDD<?> rdd, Set<String> names) {
        if (rdd instanceof FileScanRDD scan) {
            for (FilePartition partition : CollectionConverters.asJava(scan.filePartitions())) {
                for (PartitionedFile file : partition.files()) {
                    names.add(file.toPath().getName());
                }
            }
        }
        for (Dependency<?> before : CollectionConverters.asJava(rdd.dependencies())) {
            addNames(before.rdd(), names);
        }
    }

    private static String name(String path) {
        return new Path(path).getName();
    }

    /** Goes to the place after a file. Without that file, nothing is known to follow. */
    public void goPast(String name) {
        while (!left.isEmpty()) {
            String passed = name(left.remove().path());
            early.remove(passed);
            if (passed.equals(name)) {
                return;
            }
        }
    }

    /** The name of the file that follows; empty after the last one. */
    public Optional<String> next() {
        return Optional.ofNullable(left.peek()).map(file -> name(file.path()));
    }

    /** The rows of the file that follows, on the driver. */
    public Dataset<Row> rows() {
        String name = name(left.element().path());
        if (!early.containsKey(name)) {
            readEarly();
        }
        return spark.createDataFrame(early.getOrDefault(name, List.of()), snapshot.schema());
    }

    private void readEarly() {
        List<AddFile> files = left.stream().limit(READ_AT_ONCE).toList();
        log.createDataFrame(snapshot, CollectionConverters.asScala(files).toSeq(), false, Option.empty())
                .select(functions.input_file_name(), functions.struct(functions.col("*")))
                .collectAsList()
                .forEach(row -> early.computeIfAbsent(name(row.getString(0)), file -> new ArrayList<>())
                        .add(row.getStruct(1)));
    }
}
