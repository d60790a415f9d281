package org.spolia.jobs.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.InternalRows;

/** Spark reads the files that are written here, with both of its readers. */
@WithSpark
class RowFilesTest {
    @TempDir
    private Path folder;

    private SparkSession spark;

    @BeforeEach
    void take(SparkSession session) {
        spark = ((org.apache.spark.sql.classic.SparkSession) session).cloneSession();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sparkReadsTheRowsThatWereWritten(boolean byBatches) throws IOException {
        spark.conf().set("spark.sql.parquet.enableVectorizedReader", byBatches);
        spark.conf().set("spark.sql.codegen.wholeStage", "true");
        Dataset<Row> rows = spark.createDataFrame(RowsWithArrays.make(70), RowsWithArrays.SCHEMA);
        WrittenFile written = write(rows);

        assertThat(written.rows()).isEqualTo(70);
        assertThat(written.bytes()).isEqualTo(Files.size(folder.resolve(written.name())));
        assertThat(internal(read(rows.schema()))).isEqualTo(internal(rows));
    }

    @Test
    void otherColumnsEqualSparksOwn() throws IOException {
        Dataset<Row> rows = spark.range(1, 300, 1, 1)
                .selectExpr(
                        "timestamp_seconds(id) AS at",
                        "date_add(DATE'2020-02-28', int(id)) AS day",
                        "CAST(id AS DECIMAL(20, 3)) / 7 AS exact",
                        "transform(sequence(0, int(id) % 4), x -> double(x) / id) AS field",
                        "map('a', id, 'b', NULL) AS counts",
                        "struct(id AS inner, array(string(id)) AS texts) AS nested",
                        "array(array(double(id)), NULL) AS columns",
                        "array(smallint(id), NULL) AS half",
                        "CAST(string(id) AS BINARY) AS bytes",
                        "IF(id % 3 = 0, NULL, string(id)) AS text",
                        "tinyint(id % 100) AS tiny");
        write(rows);

        assertThat(internal(read(rows.schema()))).isEqualTo(internal(rows));
    }

    @Test
    void groupsOfRowsStaySmallWhereArraysAreLong() throws IOException {
        StructType schema = StructType.fromDDL("step INT, tile ARRAY<DOUBLE>");
        double[] tile = new Random(1).doubles(1 << 16).toArray();
        List<InternalRow> rows = new ArrayList<>();
        for (int step = 0; step < 90; step++) {
            rows.add(new GenericInternalRow(new Object[] {step, UnsafeArrayData.fromPrimitiveArray(tile)}));
        }
        ParquetMetadata footer = footer(write(schema, List.of(), rows));

        assertThat(footer.getBlocks()).hasSize(2).allMatch(group -> group.getCompressedSize() < 34 << 20);
        ColumnChunkMetaData tiles = footer.getBlocks().get(0).getColumns().get(1);
        assertThat(tiles.getStatistics().isEmpty()).isTrue();
        assertThat(read(schema)
                        .selectExpr("count(*)", "sum(step)", "min(size(tile))", "max(tile[65535])")
                        .head())
                .isEqualTo(RowFactory.create(90L, 4005L, 1 << 16, tile[65535]));
    }

    @Test
    void arraysMayHaveAnyForm() throws IOException {
        StructType schema = StructType.fromDDL("step INT, field ARRAY<FLOAT>");
        InternalRow boxed = new GenericInternalRow(new Object[] {1, new GenericArrayData(new Float[] {1f, null, -0f})});
        InternalRow packed = UnsafeProjection.create(schema).apply(boxed).copy();
        write(schema, List.of(), List.of(boxed, packed));

        List<InternalRow> read = internal(read(schema));
        assertThat(read).containsExactly(packed, packed);
    }

    @Test
    void footersHaveDeltasStatistics() throws IOException {
        Dataset<Row> rows = spark.range(0, 5, 1, 1)
                .selectExpr(
                        "IF(id = 2, NULL, concat('µ', id)) AS text",
                        "id AS number",
                        "double('NaN') AS none",
                        "float(id) / 2 AS half",
                        "timestamp_seconds(id) AS at",
                        "CAST(NULL AS INT) AS missing",
                        "array(double(id)) AS field");
        WrittenFile written = write(rows);

        assertThat(new ObjectMapper().readTree(written.statistics())).isEqualTo(new ObjectMapper().readTree("""
                {"numRecords": 5,
                 "minValues": {"text": "µ0", "number": 0, "half": 0},
                 "maxValues": {"text": "µ4", "number": 4, "half": 2},
                 "nullCount": {"text": 1, "number": 0, "none": 0, "half": 0, "at": 0, "missing": 5}}"""));
    }

    @Test
    void aRowWithoutARequiredValueLeavesNoFile() throws IOException {
        StructType schema = StructType.fromDDL("step INT NOT NULL, field ARRAY<FLOAT>");
        InternalRow row = new GenericInternalRow(2);

        assertThatThrownBy(() -> write(schema, List.of(), List.of(row)))
                .hasMessage("Column step of a row is NULL, but needs a value");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private WrittenFile write(Dataset<Row> rows) throws IOException {
        return write(rows.schema(), List.of(rows.columns()), internal(rows));
    }

    private WrittenFile write(StructType schema, List<String> statistics, List<? extends InternalRow> rows)
            throws IOException {
        RowFiles files = new RowFiles(folder.toString(), schema, List.of(), statistics, 1);
        return files.write(0, List.<InternalRow>copyOf(rows).iterator(), files.configuration(spark));
    }

    private Dataset<Row> read(StructType schema) {
        return spark.read().schema(schema).parquet(folder.toString());
    }

    /** Packed in Spark's form, so that equal rows are equal bytes. */
    private static List<InternalRow> internal(Dataset<Row> rows) {
        return InternalRows.of(rows).map(InternalRow::copy).collect();
    }

    private ParquetMetadata footer(WrittenFile file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(folder.resolve(file.name()).toUri()), new Configuration()))) {
            return reader.getFooter();
        }
    }
}
