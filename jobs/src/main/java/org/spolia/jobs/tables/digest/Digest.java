package org.spolia.jobs.tables.digest;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Warehouse;

/**
 * The sha256 of the sorted hashes of the rows of a table: equal for equal bits in any files, partitions and commits.
 *
 * @param table the table
 * @param sha256 the hash in hexadecimal
 * @param rows the number of rows
 */
public record Digest(Relation table, String sha256, long rows) {
    // The driver holds the hashes of one partition at a time: some 15 MB.
    private static final int ROWS_PER_PARTITION = 100_000;

    /** Returns the digests of every table except those with times. Tables that do not exist are left out. */
    public static List<Digest> all(Warehouse warehouse) {
        return of(
                warehouse,
                warehouse.relations().stream().filter(Relation::inDigest).toList());
    }

    /** Returns the digests of some tables. */
    public static List<Digest> of(Warehouse warehouse, List<? extends Relation> tables) {
        List<Digest> digests = new ArrayList<>();
        for (Relation table : tables) {
            // A table that was never written needs no query.
            digests.add(
                    warehouse.state(table).isNew()
                            ? of(table, Collections.emptyIterator())
                            : of(table, warehouse.read(table)));
        }
        return List.copyOf(digests);
    }

    static Digest of(Relation table, Dataset<Row> rows) {
        return of(table, sorted(hashes(rows)));
    }

    private static Digest of(Relation table, Iterator<String> sorted) {
        MessageDigest sha256 = RowHash.sha256();
        long count = 0;
        for (; sorted.hasNext(); count++) {
            sha256.update(HexFormat.of().parseHex(sorted.next()));
        }
        return new Digest(table, HexFormat.of().formatHex(sha256.digest()), count);
    }

    /** A few hashes are sorted here, because a shuffle takes longer than everything else. */
    private static Iterator<String> sorted(JavaRDD<String> hashes) {
        List<String> first = hashes.take(ROWS_PER_PARTITION + 1);
        if (first.size() <= ROWS_PER_PARTITION) {
            return first.stream().sorted().iterator();
        }
        int partitions = (int) (1 + hashes.count() / ROWS_PER_PARTITION);
        return hashes.sortBy(hash -> hash, true, partitions).toLocalIterator();
    }

    /** In hexadecimal, which sorts in the order of the bytes. */
    private static JavaRDD<String> hashes(Dataset<Row> rows) {
        StructType schema = rows.schema();
        return InternalRows.of(rows).map(row -> HexFormat.of().formatHex(RowHash.of(row, schema)));
    }
}
