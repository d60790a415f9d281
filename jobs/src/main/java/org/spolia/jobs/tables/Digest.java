package org.spolia.jobs.tables;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * One sha256 over the rows of a table sorted by their key: equal for equal bits, whatever files, partitions and commits hold them.
 *
 * @param table the table
 * @param sha256 the hash in hexadecimal
 * @param rows how many rows went in
 */
public record Digest(Relation table, String sha256, long rows) {
    private static final String HASH = "row_hash";
    // The driver holds the keys and hashes of one partition at a time: some 30 MB.
    private static final long ROWS_PER_PARTITION = 100_000;

    /** The digests of every table but those that keep clocks. Tables that do not exist are left out. */
    public static List<Digest> all(Warehouse warehouse) {
        List<Digest> digests = new ArrayList<>();
        for (Relation table : warehouse.relations()) {
            if (table.inDigest()) {
                digests.add(of(table, warehouse.read(table)));
            }
        }
        return List.copyOf(digests);
    }

    static Digest of(Relation table, Dataset<Row> rows) {
        Column[] order = new Column[table.key().size() + 1];
        for (int i = 0; i < table.key().size(); i++) {
            order[i] = functions.col(table.key().get(i));
        }
        // Rows that share a key, which no stage writes, still have one order.
        order[order.length - 1] = functions.col(HASH);
        int partitions = (int) (1 + rows.count() / ROWS_PER_PARTITION);
        Iterator<Row> sorted = hashed(table, rows)
                .repartitionByRange(partitions, order)
                .sortWithinPartitions(order)
                .toLocalIterator();
        MessageDigest sha256 = RowHash.sha256();
        long count = 0;
        while (sorted.hasNext()) {
            sha256.update(sorted.next().<byte[]>getAs(HASH));
            count++;
        }
        return new Digest(table, HexFormat.of().formatHex(sha256.digest()), count);
    }

    /** Keys and the hash of the whole row. */
    private static Dataset<Row> hashed(Relation table, Dataset<Row> rows) {
        List<String> key = table.key();
        List<StructField> fields = new ArrayList<>();
        for (String column : key) {
            fields.add(table.schema().apply(column));
        }
        fields.add(DataTypes.createStructField(HASH, DataTypes.BinaryType, false));
        StructType schema = rows.schema();
        int[] places = key.stream().mapToInt(schema::fieldIndex).toArray();
        JavaRDD<Row> hashes = ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .map(row -> {
                    @Nullable Object[] values = new Object[places.length + 1];
                    for (int i = 0; i < places.length; i++) {
                        Object value = row.isNullAt(places[i])
                                ? null
                                : row.get(places[i], schema.apply(places[i]).dataType());
                        values[i] = value instanceof UTF8String text ? text.toString() : value;
                    }
                    values[places.length] = RowHash.of(row, schema);
                    return RowFactory.create(values);
                });
        return rows.sparkSession().createDataFrame(hashes, DataTypes.createStructType(fields));
    }
}
