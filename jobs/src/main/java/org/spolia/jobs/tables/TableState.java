package org.spolia.jobs.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What Delta's log says about a table at one version.
 *
 * <p>Nothing but the version is read before it is asked for.
 */
public final class TableState {
    /** Version 1 of what a reader of Delta has to know, which is to read Parquet: no deletion vectors, mapped columns or widened types. */
    static final int PLAIN_TO_READ = 1;

    /** Version 3 of what a writer has to know: that columns may have to have values, and rows to meet conditions. */
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

    public boolean exists() {
        return snapshot.version() != ABSENT;
    }

    /** Whether nothing was ever written to the table. */
    public boolean isNew() {
        return snapshot.version() == CREATED;
    }

    /** The version, which each commit raises by one. */
    public long version() {
        return snapshot.version();
    }

    /** The identity that Delta gave the table when it was created; empty where there is no table. */
    public String id() {
        return exists() ? snapshot.metadata().id() : "";
    }

    /** The columns with their comments; none where there is no table. */
    StructType schema() {
        return exists() ? snapshot.schema() : new StructType();
    }

    /** What the files of the table take, from the checksum file too: Spark jobs would list the files. */
    public long bytes() {
        if (!exists()) {
            return 0;
        }
        Option<VersionChecksum> checksum = snapshot.checksumOpt();
        return checksum.isDefined() ? checksum.get().tableSizeBytes() : snapshot.sizeInBytes();
    }

    /** Changes with every commit. */
    public String mark() {
        return id() + " " + version();
    }

    /** Changes with every commit of this application, and not with those of others. */
    public String markOf(String application) {
        return id() + " " + transactions().getOrDefault(application, ABSENT);
    }

    public Map<String, String> properties() {
        return exists()
                ? Map.copyOf(CollectionConverters.asJava(snapshot.metadata().configuration()))
                : Map.of();
    }

    /** Whether files of the table are nothing but Parquet, and to write them asks for no more than to look at each row. */
    boolean isPlain() {
        return snapshot.protocol().minReaderVersion() == PLAIN_TO_READ
                && snapshot.protocol().minWriterVersion() <= PLAIN_TO_WRITE
                && snapshot.metadata().partitionColumns().isEmpty();
    }

    /** The columns whose least and greatest values the log has for each file. */
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

    /** From the checksum file that Delta leaves beside most commits; Spark jobs replay the log where it is missing. */
    private Seq<SetTransaction> recordedTransactions() {
        Option<VersionChecksum> checksum = snapshot.checksumOpt();
        return checksum.isDefined() && checksum.get().setTransactions().isDefined()
                ? checksum.get().setTransactions().get()
                : snapshot.setTransactions();
    }

    /** Whether this write, or a later one of the same application, is in the table. */
    public boolean contains(Transaction transaction) {
        return transactions().getOrDefault(transaction.application(), ABSENT) >= transaction.version();
    }
}
