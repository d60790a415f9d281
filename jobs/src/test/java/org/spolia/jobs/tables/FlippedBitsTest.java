package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.digest.Digest;

/** Files of tables without the hidden checksum files of a local file system, as in an object store. */
@WithSpark
class FlippedBitsTest {
    private static final int FLIPS = 12;

    /** The magic number at the beginning of a file. */
    private static final int START = 4;

    private static final String[] SCORES = {
        "concat('d', id) AS dataset_id",
        "CAST(NULL AS STRING) AS trial_id",
        "'linear' AS model",
        "CAST(NULL AS INT) AS complexity",
        "CAST(NULL AS INT) AS rank",
        "'test' AS split",
        "CAST(id AS INT) AS rows",
        "1D AS valid_share",
        "CAST(hash(id) AS DOUBLE) AS nmse",
        "CAST(hash(id, 1) AS DOUBLE) AS r2",
        "0.5D AS g",
        "0.25D AS acc_01",
        "CAST(NULL AS DOUBLE) AS gap",
        "CAST(NULL AS BOOLEAN) AS recovered",
        "CAST(NULL AS DOUBLE) AS shortcut_use",
        "CAST(NULL AS STRING) AS reason"
    };

    private static final String[] CANDIDATES = {
        "concat('t', id) AS trial_id",
        "CAST(id AS INT) AS complexity",
        "1 AS rank",
        "concat('x0*', hash(id)) AS expression",
        "1 AS size",
        "1 AS depth",
        "map('+', CAST(id AS INT), '*', 1) AS operators",
        "array(CAST(id AS DOUBLE), CAST(hash(id) AS DOUBLE)) AS constants",
        "CAST(hash(id, 2) AS DOUBLE) AS loss",
        "CAST(NULL AS DOUBLE) AS held_out_loss",
        "CAST(NULL AS DOUBLE) AS held_out_error",
        "id % 2 = 0 AS pareto",
        "false AS selected"
    };

    private static final String[] OBSERVATIONS = {
        "concat('d', id) AS dataset_id",
        "'train' AS split",
        "CAST(id AS INT) AS block",
        "3 AS rows",
        "array('x') AS variables",
        "array(array(1D, 2D, CAST(hash(id) AS DOUBLE))) AS columns",
        "array(1D, CAST(hash(id, 1) AS DOUBLE), 3D) AS target",
        "CAST(NULL AS ARRAY<DOUBLE>) AS truth"
    };

    @TempDir
    private Path folder;

    @Test
    void noFlippedBitOfAPageIsReadAsData(SparkSession spark) throws IOException {
        Warehouse warehouse = TestWarehouse.create(spark, folder);
        warehouse.append(Table.SCORES, rows(spark, SCORES));
        warehouse.append(Table.CANDIDATES, rows(spark, CANDIDATES));
        warehouse.append(Table.OBSERVATIONS, rows(spark, OBSERVATIONS));

        requireNoticed(warehouse, Table.SCORES);
        requireNoticed(warehouse, Table.CANDIDATES);
        requireNoticed(warehouse, Table.OBSERVATIONS);
    }

    @Test
    void noFlippedBitOfAPageWrittenBySparkIsReadAsData(SparkSession spark) throws IOException {
        Warehouse warehouse = TestWarehouse.create(spark, folder);
        rows(spark, CANDIDATES).write().format("delta").mode("append").save(warehouse.folder(Table.CANDIDATES));

        requireNoticed(warehouse, Table.CANDIDATES);
    }

    private static Dataset<Row> rows(SparkSession spark, String[] columns) {
        return spark.range(0, 500, 1, 1).selectExpr(columns);
    }

    private void requireNoticed(Warehouse warehouse, Table table) throws IOException {
        Path file = parquet(table);
        byte[] sound = Files.readAllBytes(file);
        int footer = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getInt(sound.length - 2 * Integer.BYTES);
        int pages = sound.length - 2 * Integer.BYTES - footer - START;
        List<Digest> digest = Digest.of(warehouse, List.of(table));
        Random random = new Random(11);
        List<String> unnoticed = new ArrayList<>();
        int errors = 0;
        for (int i = 0; i < FLIPS; i++) {
            int at = START + random.nextInt(pages);
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, flipped);
            try {
                if (!Digest.of(warehouse, List.of(table)).equals(digest)) {
                    unnoticed.add(table + " at " + at);
                }
            } catch (Exception e) {
                assertThat(e).hasStackTraceContaining(file.getFileName().toString());
                errors++;
            }
        }
        Files.write(file, sound);
        assertThat(unnoticed).isEmpty();
        assertThat(errors).isPositive();
        assertThat(Digest.of(warehouse, List.of(table))).isEqualTo(digest);
    }

    /** Returns the single file of a table, after removing its hidden checksum file. */
    private Path parquet(Table table) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(table.tableName()))) {
            for (Path hidden :
                    files.filter(file -> file.toString().endsWith(".crc")).toList()) {
                Files.delete(hidden);
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve(table.tableName()))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
