package org.spolia.jobs.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.jobs.WithSpark;

@WithSpark
class TextColumnsTest {
    private static final long ROWS = 2000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"snappy, true, PARQUET_1_0", "zstd, false, PARQUET_2_0", "none, true, PARQUET_2_0"})
    void rowsAreThoseThatSparkWrote(String codec, String dictionary, String version, SparkSession spark)
            throws IOException {
        Path file = write(
                spark,
                Map.of(
                        "compression",
                        codec,
                        "parquet.enable.dictionary",
                        dictionary,
                        "parquet.writer.version",
                        version,
                        "parquet.page.size",
                        "2000"));

        List<List<String>> rows = read(file, "count", "name", "missing", "other_count");

        assertThat(rows).hasSize((int) ROWS);
        for (int row = 0; row < ROWS; row++) {
            String count = Integer.toString(row - 7);
            String name = row % 3 == 0 ? null : "µ" + row % 5;
            assertThat(rows.get(row)).isEqualTo(Arrays.asList(count, name, null, Integer.toString(2 * row)));
        }
    }

    @Test
    void aDamagedPageIsFound(SparkSession spark) throws IOException {
        Path file = write(spark, Map.of("compression", "none", "parquet.enable.dictionary", "false"));
        byte[] bytes = Files.readAllBytes(file);
        // The first column begins near the start of the file.
        bytes[1000] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> read(file, "name")).hasStackTraceContaining("CRC");
    }

    private Path write(SparkSession spark, Map<String, String> options) throws IOException {
        Path target = folder.resolve("written");
        spark.range(0, ROWS, 1, 1)
                .selectExpr(
                        "IF(id % 3 = 0, NULL, concat('µ', id % 5)) AS name",
                        "CAST(id - 7 AS INT) AS count",
                        "CAST(id AS DOUBLE) AS other",
                        "CAST(2 * id AS INT) AS other_count")
                .write()
                .options(options)
                .parquet(target.toString());
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<List<String>> read(Path file, String... names) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        new TextColumns(List.of(names), new Configuration()).forEach(file, row -> rows.add(Arrays.asList(row)));
        return rows;
    }
}
