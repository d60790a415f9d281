package org.spolia.jobs.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.InternalRows;

/** Compares with Spark's reader of single values, which knows every encoding, on files written in many ways. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageRowsTest {
    private static final StructType SCHEMA = RowsWithArrays.SCHEMA;
    private static final int ROWS = 60;
    private static final String DICTIONARY = "parquet.enable.dictionary";

    private Path folder;
    private SparkSession spark;
    private Path plain;

    @BeforeAll
    void write(SparkSession session, @TempDir Path temporary) throws IOException {
        folder = temporary;
        spark = session;
        spark.conf().set("spark.sql.parquet.enableVectorizedReader", "false");
        plain = write("plain", Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "snappy, true, PARQUET_1_0, false",
        "zstd, false, PARQUET_1_0, false",
        "zstd, true, PARQUET_2_0, false",
        "none, false, PARQUET_2_0, false",
        "none, false, PARQUET_1_0, true",
    })
    void rowsEqualSparks(String codec, String dictionary, String version, String split) throws IOException {
        Path file = write(
                "written",
                Map.of(
                        "compression",
                        codec,
                        DICTIONARY,
                        dictionary,
                        "parquet.writer.version",
                        version,
                        "parquet.enable.bytestreamsplit",
                        split,
                        "parquet.page.size",
                        "20000"));

        assertThat(groups(file)).isGreaterThan(1);
        requireEqual(ours(file, SCHEMA), sparks(file, SCHEMA));
    }

    @Test
    void aSingleColumnIsReadWithoutTheOthers() throws IOException {
        StructType field = StructType.fromDDL("field ARRAY<FLOAT>, name STRING");

        requireEqual(ours(plain, field), sparks(plain, field));
    }

    @Test
    void partsOfAFileHaveEachRowOnce() throws IOException {
        long middle = Files.size(plain) / 2;
        List<InternalRow> both = new ArrayList<>(ours(plain, SCHEMA, 0, middle));
        assertThat(both.size()).isBetween(1, ROWS - 1);
        both.addAll(ours(plain, SCHEMA, middle, Files.size(plain)));

        requireEqual(both, sparks(plain, SCHEMA));
    }

    @ParameterizedTest
    @CsvSource({"'field ARRAY<FLOAT>, absent INT'", "'field ARRAY<DOUBLE>'", "'field ARRAY<FLOAT>, step BIGINT'"})
    void otherLayoutsAreNotRead(String wanted) throws IOException {
        assertThat(PageRows.open(
                        new org.apache.hadoop.fs.Path(plain.toUri()),
                        0,
                        Files.size(plain),
                        StructType.fromDDL(wanted),
                        spark.sparkContext().hadoopConfiguration()))
                .isEmpty();
    }

    @Test
    void damageToAPageIsFoundByItsChecksum() throws IOException {
        Path file = write("damaged", Map.of("compression", "none"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> ours(file, SCHEMA)).hasMessageContaining("CRC checksum verification failed");
    }

    /** Names the rows that differ instead of printing megabytes. */
    private static void requireEqual(List<InternalRow> ours, List<InternalRow> sparks) {
        assertThat(ours.size()).isEqualTo(sparks.size()).isEqualTo(ROWS);
        assertThat(IntStream.range(0, ROWS).filter(row -> !ours.get(row).equals(sparks.get(row))))
                .isEmpty();
    }

    private Path write(String name, Map<String, String> options) throws IOException {
        Map<String, String> all = new HashMap<>(options);
        all.put("parquet.page.size.row.check.min", "2");
        all.put("parquet.block.size", "400000");
        Path written = folder.resolve(name);
        spark.createDataFrame(RowsWithArrays.make(ROWS), SCHEMA)
                .coalesce(1)
                .write()
                .options(all)
                .mode("overwrite")
                .parquet(written.toString());
        try (Stream<Path> files = Files.list(written)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<InternalRow> ours(Path file, StructType wanted) throws IOException {
        return ours(file, wanted, 0, Files.size(file));
    }

    private List<InternalRow> ours(Path file, StructType wanted, long start, long end) throws IOException {
        List<InternalRow> rows = new ArrayList<>();
        try (PageRows pages = PageRows.open(
                        new org.apache.hadoop.fs.Path(file.toUri()),
                        start,
                        end,
                        wanted,
                        spark.sparkContext().hadoopConfiguration())
                .orElseThrow()) {
            pages.forEachRemaining(row -> rows.add(row.copy()));
        }
        return rows;
    }

    private List<InternalRow> sparks(Path file, StructType wanted) {
        return InternalRows.of(spark.read().schema(wanted).parquet(file.toString()))
                .map(InternalRow::copy)
                .collect();
    }

    private int groups(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()),
                spark.sparkContext().hadoopConfiguration()))) {
            return reader.getRowGroups().size();
        }
    }
}
