package org.spolia.jobs.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.data.ShardFormat;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.source.format.HatsCatalogue;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;
import org.spolia.sky.Healpix;

/** A HATS catalogue with structures and nested lists, written by Spark, with some damaged files. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HatsShardTest {
    private static final double RIGHT_ASCENSION = 45.123456789;

    private static final StructType OBJECT = StructType.fromDDL(
            "_healpix_29 BIGINT, object_id BIGINT, RA DOUBLE, DEC DOUBLE,"
                    + " spectrum STRUCT<flux: ARRAY<FLOAT>, mask: ARRAY<BOOLEAN>>,"
                    + " image ARRAY<STRUCT<band: STRING, flux: ARRAY<ARRAY<FLOAT>>>>, Zerr FLOAT, quality SMALLINT, taken DATE, matrix ARRAY<ARRAY<INT>>");

    private Path folder;
    private Path catalogue;
    private Warehouse warehouse;

    @BeforeAll
    void shard(SparkSession spark, @TempDir Path temporary) throws IOException {
        folder = temporary;
        catalogue = folder.resolve("survey");
        Files.createDirectories(catalogue.resolve("dataset"));
        Files.writeString(catalogue.resolve("hats.properties"), """
                #HATS catalog
                obs_collection=survey
                dataproduct_type=object
                hats_col_ra=RA
                hats_col_dec=DEC
                """);
        Path first = part("Norder=0/Dir=0/Npix=4.parquet");
        write(spark, first, OBJECT, object(1, RIGHT_ASCENSION, 3, 2), object(2, Double.NaN, 3, 2));
        write(spark, part("Norder=1/Dir=0/Npix=44/part0.parquet"), OBJECT, object(3, 359.9, -41, 3));
        Files.copy(first, catalogue.resolve("dataset/_metadata"));
        Files.copy(first, catalogue.resolve("dataset/data_thumbnail.parquet"));
        byte[] bytes = Files.readAllBytes(first);
        Files.write(part("Norder=0/Dir=0/Npix=5.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.write(part("Norder=0/Dir=0/Npix=6.parquet"), damaged(bytes));
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        assertThat(run(catalogue, 64)).isTrue();
        write(
                spark,
                part("Norder=0/Dir=0/Npix=7.parquet"),
                StructType.fromDDL("object_id BIGINT, RA DOUBLE, DEC DOUBLE, quality STRING"),
                RowFactory.create(4L, 1.0, 1.0, "good"));
        assertThat(run(catalogue, 64)).isTrue();
    }

    /** One bit of a number differs. */
    private static byte[] damaged(byte[] file) {
        byte[] number = ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(RIGHT_ASCENSION)
                .array();
        int place = 0;
        while (!Arrays.equals(number, Arrays.copyOfRange(file, place, place + number.length))) {
            place++;
        }
        byte[] damaged = file.clone();
        damaged[place] ^= 1;
        return damaged;
    }

    private Path part(String name) throws IOException {
        Path file = catalogue.resolve("dataset").resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void write(SparkSession spark, Path file, StructType schema, Row... rows) throws IOException {
        Path written = Files.createTempDirectory(folder, "parquet");
        spark.createDataFrame(List.of(rows), schema)
                .coalesce(1)
                .write()
                .mode("overwrite")
                .parquet(written.toString());
        try (Stream<Path> files = Files.list(written)) {
            Files.move(
                    files.filter(path -> path.toString().endsWith(".parquet"))
                            .findFirst()
                            .orElseThrow(),
                    file);
        }
    }

    /**
     * An object with two images of {@code lines} lines with three pixels. If there are three lines, the second image
     * has a longer line.
     */
    private static Row object(long id, double ra, double dec, int lines) {
        float[][] image = new float[lines][3];
        for (int i = 0; i < lines; i++) {
            Arrays.fill(image[i], i);
        }
        float[][] other = image.clone();
        other[0] = new float[lines == 3 ? 4 : 3];
        return RowFactory.create(
                0L,
                id,
                ra,
                dec,
                RowFactory.create(new float[] {id, Float.NaN}, new boolean[] {true, false}),
                new Row[] {RowFactory.create("g", image), RowFactory.create("r", other)},
                id == 1 ? Float.POSITIVE_INFINITY : 0.5f,
                (short) id,
                java.sql.Date.valueOf("2026-01-02"),
                new int[][] {{1, 2, 3}, {4, 5, 6}});
    }

    @Test
    void structuresAndNestedListsAreTheColumnsThatHdf5WouldGive() {
        ShardTable table = warehouse.shardTable(ShardKind.SURVEYS, "survey").orElseThrow();
        assertThat(table.schema().toDDL().replaceAll(" COMMENT '[^']*'", ""))
                .isEqualTo(
                        "file STRING,row BIGINT,healpix INT,healpix29 BIGINT,object_id STRING,ra DOUBLE,dec DOUBLE,"
                                + "spectrum_flux ARRAY<FLOAT>,spectrum_mask ARRAY<BOOLEAN>,image_band ARRAY<STRING>,"
                                + "image_flux ARRAY<FLOAT>,image_flux_shape ARRAY<INT>,Zerr FLOAT,quality INT,taken STRING,matrix ARRAY<INT>,matrix_shape ARRAY<INT>");
        List<Row> rows = warehouse.read(table).orderBy("object_id").collectAsList();
        long cell = Healpix.cell(29, RIGHT_ASCENSION, 3);
        assertThat(rows)
                .containsExactly(
                        RowFactory.create(
                                "dataset/Norder=0/Dir=0/Npix=4.parquet",
                                0L,
                                (int) (cell >> 50),
                                cell,
                                "1",
                                RIGHT_ASCENSION,
                                3.0,
                                rows.get(0).get(7),
                                rows.get(0).get(8),
                                rows.get(0).get(9),
                                rows.get(0).get(10),
                                rows.get(0).get(11),
                                null,
                                1,
                                "2026-01-02",
                                rows.get(0).get(15),
                                rows.get(0).get(16)),
                        rows.get(1),
                        rows.get(2));
        assertThat(rows.get(0).<Float>getList(7)).containsExactly(1f, Float.NaN);
        assertThat(rows.get(0).<Boolean>getList(8)).containsExactly(true, false);
        assertThat(rows.get(0).<String>getList(9)).containsExactly("g", "r");
        assertThat(rows.get(0).<Float>getList(10)).containsExactly(0f, 0f, 0f, 1f, 1f, 1f, 0f, 0f, 0f, 1f, 1f, 1f);
        assertThat(rows.get(0).<Integer>getList(11)).containsExactly(2, 2, 3);
        assertThat(rows.get(0).<Integer>getList(15)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rows.get(0).<Integer>getList(16)).containsExactly(2, 3);
        assertThat(rows.get(1))
                .matches(row -> row.getLong(1) == 1 && row.isNullAt(2) && row.isNullAt(3) && row.isNullAt(5));
        assertThat(rows.get(2).getString(0)).isEqualTo("dataset/Norder=1/Dir=0/Npix=44/part0.parquet");
        assertThat(rows.get(2).<Float>getList(10)).hasSize(19);
        assertThat(rows.get(2).isNullAt(11)).as("lines differ in length").isTrue();
    }

    @Test
    void damagedFilesAndFilesWithOtherColumnsAreQuarantined() {
        assertThat(warehouse
                        .read(Table.SHARD_FILES)
                        .orderBy("file")
                        .selectExpr("concat_ws(' ', file, rows, state)", "reason")
                        .collectAsList())
                .satisfiesExactly(
                        row -> assertThat(row.getString(0))
                                .isEqualTo("dataset/Norder=0/Dir=0/Npix=4.parquet 2 sharded"),
                        row -> {
                            assertThat(row.getString(0))
                                    .isEqualTo("dataset/Norder=0/Dir=0/Npix=5.parquet 0 quarantined");
                            assertThat(row.getString(1)).startsWith("the file is not a Parquet file.");
                        },
                        row -> {
                            assertThat(row.getString(0))
                                    .isEqualTo("dataset/Norder=0/Dir=0/Npix=6.parquet 0 quarantined");
                            assertThat(row.getString(1)).contains("checksum");
                        },
                        row -> {
                            assertThat(row.getString(0))
                                    .isEqualTo("dataset/Norder=0/Dir=0/Npix=7.parquet 0 quarantined");
                            assertThat(row.getString(1))
                                    .isEqualTo("does not fit: column quality is STRING and INT in the files before it");
                        },
                        row -> assertThat(row.getString(0))
                                .isEqualTo("dataset/Norder=1/Dir=0/Npix=44/part0.parquet 1 sharded"));
    }

    @Test
    void batchesDoNotMatterAndFilesAreReadOnce(SparkSession spark) throws IOException {
        assertThat(run(catalogue, 64)).isFalse();
        List<Digest> digests = Digest.all(warehouse);
        Warehouse first = warehouse;
        Path collection = folder.resolve("collection");
        TestWarehouse.copy(catalogue, collection.resolve("survey"));
        Files.writeString(collection.resolve("collection.properties"), "hats_primary_table_url=survey\n");
        Path cells = collection.resolve("survey/dataset/Norder=1");
        Path other = collection.resolve("survey/dataset/Norder=0/Dir=0/Npix=7.parquet");
        Files.move(cells, folder.resolve("cells"));
        Files.move(other, folder.resolve("other.parquet"));
        warehouse = TestWarehouse.create(spark, folder.resolve("batches"));
        try {
            assertThat(run(collection, 1)).isTrue();
            Files.move(folder.resolve("cells"), cells);
            Files.move(folder.resolve("other.parquet"), other);
            assertThat(run(collection, 1)).isTrue();
            assertThat(Digest.all(warehouse)).isEqualTo(digests);
        } finally {
            warehouse = first;
        }
    }

    @Test
    void onlyCataloguesOfObjectsAreRead(SparkSession spark) throws IOException {
        Path margin = Files.createDirectories(folder.resolve("margin"));

        assertRefused(spark, margin, "is not a HATS catalogue: it has none of the files hats.properties, properties");
        Files.writeString(margin.resolve("properties"), "dataproduct_type=margin\n");
        assertRefused(spark, margin, "is a HATS product of type 'margin', which has no objects of its own");
    }

    private static void assertRefused(SparkSession spark, Path folder, String problem) {
        assertThatThrownBy(() ->
                        HatsCatalogue.of(folder.toString(), spark.sparkContext().hadoopConfiguration()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem);
    }

    private boolean run(Path place, int filesPerBatch) {
        ShardConfig config = new ShardConfig(
                "survey", ShardFormat.HATS, place.toString(), List.of(), List.of(), ":", 65536, filesPerBatch);
        return ShardStage.of(config, warehouse).runOnce(false, ProgressListener.SILENT);
    }
}
