package org.spolia.jobs.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The content of Delta's log about a table at one version.
 *
 * <p>Only the version is read at first; everything else is read on first use.
 */
public final class TableState {
    /**
     * Reader version 1 of Delta's protocol, which requires only Parquet: no deletion vectors, mapped columns or widened
     * types.
     */
    public static final int PLAIN_TO_READ = 1;

    /** Writer version 3 of Delta's protocol: columns may be NOT NULL, and rows may have to meet constraints. */
    private static final int PLAIN_TO_WRITE = 3;

    private static final long ABSENT = -1;
    private static final long CREATED = 0;

    private final Snapshot snapshot;

    private TableState(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static TableState of(Snapshot snapshot) {
        return new TableState(snapshot);
    }

    static TableState read(SparkSession spark, String folder) {
        return of(DeltaLog.forTable(spark, folder).update(false, Option.empty(), Option.empty()));
    }

    /** Begins a transaction that sees the table in this state. */
    OptimisticTransaction transaction(SparkSession spark, String folder) {
        return DeltaLog.forTable(spark, folder).startTransaction(Option.empty(), Option.apply(snapshot));
    }

    public boolean exists() {
        return snapshot.version() != ABSENT;
    }

    /** Returns whether nothing was ever written to the table. */
    public boolean isNew() {
        return snapshot.version() == CREATED;
    }

    /** The version, which each commit increases by one. */
    public long version() {
        return snapshot.version();
    }

    /** The id that Delta gave the table on creation; empty if there is no table. */
    public String id() {
        return exists() ? snapshot.metadata().id() : "";
    }

    /** The columns with their comments; none if there is no table. */
    StructType schema() {
        return exists() ? snapshot.schema() : new StructType();
    }

    /** The size of the files of the table. The checksum file has it too; Spark jobs would list the files. */
    public long bytes() {
        if (!exists()) {
            return 0;
        }
        Option<VersionChecksum> checksum = snapshot.checksumOpt();
        return checksum.isDefined() ? checksum.get().tableSizeBytes() : snapshot.sizeInBytes();
    }

    /** A value that changes with every commit. */
    public String mark() {
        return id() + " " + version();
    }

    /** A value that changes with every commit of this application, but not with commits of others. */
    public String markOf(String application) {
        return id() + " " + transactions().getOrDefault(application, ABSENT);
    }

    public Map<String, String> properties() {
        return exists()
                ? Map.copyOf(CollectionConverters.asJava(snapshot.metadata().configuration()))
                : Map.of();
    }

    /**
     * Returns whether the files of the table are plain Parquet, and writing them requires no more than a check of each
     * row.
     */
    boolean isPlain() {
        return snapshot.protocol().minReaderVersion() == PLAIN_TO_READ
                && snapshot.protocol().minWriterVersion() <= PLAIN_TO_WRITE
                && snapshot.metadata().partitionColumns().isEmpty();
    }

    /** The columns whose minimum and maximum the log records for each file. */
    List<String> skippable() {
        return List.of(snapshot.statCollectionLogicalSchema().fieldNames());
    }

    /** The last version that each application wrote. */
    public Map<String, Long> transactions() {
        Map<String, Long> transactions = new HashMap<>();
        if (exists()) {
            CollectionConverters.asJava(recordedTransactions())
                    .forEach(transaction -> transactions.put(transaction.appId(), transaction.version()));
        }
        return Map.copyOf(transactions);
    }

    /** Read from the checksum file that Delta writes with most commits. If it is missing, Spark jobs replay the log. */
    private Seq<SetTransaction> recordedTransactions() {
        Option<VersionChecksum> checksum = snapshot.checksumOpt();
        return checksum.isDefined() && checksum.get().setTransactions().isDefined()
                ? checksum.get().setTransactions().get()
                : snapshot.setTransactions();
    }

    /** Returns whether this write, or a later one of the same application, is in the table. */
    public boolean contains(Transaction transaction) {
        return transactions().getOrDefault(transaction.application(), ABSENT) >= transaction.version();
    }
}
