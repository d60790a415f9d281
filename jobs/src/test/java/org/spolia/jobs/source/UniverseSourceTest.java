package org.spolia.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.WithSpark;

@WithSpark
class UniverseSourceTest {
    private static final String KEYS = "file STRING,row BIGINT,healpix INT,object_id STRING,ra DOUBLE,dec DOUBLE,";

    @Test
    void imagesAreObjectsWithFlatArraysAndTheirShapes(SparkSession spark) {
        Dataset<Row> images = read(spark, "hsc");
        assertThat(ddl(images))
                .isEqualTo(KEYS + "HEALPIX_2 BIGINT,image_array ARRAY<FLOAT>,image_array_shape ARRAY<INT>,"
                        + "image_band ARRAY<STRING>,image_ivar ARRAY<FLOAT>,image_ivar_shape ARRAY<INT>,"
                        + "image_mask ARRAY<BOOLEAN>,image_mask_shape ARRAY<INT>");
        List<Row> rows = images.orderBy("row").collectAsList();
        assertThat(rows).hasSize(6);
        Row row = rows.get(4);
        assertThat(row.getString(0)).isEqualTo("healpix=0714/001-of-001.hdf5");
        assertThat(row.getLong(1)).isEqualTo(4);
        assertThat(row.getInt(2)).isEqualTo(714);
        assertThat(row.getString(3)).isEqualTo("1000000000000004");
        assertThat(row.getDouble(4)).isEqualTo(218);
        assertThat(row.<Long>getAs("HEALPIX_2")).isEqualTo(26069);
        assertThat(row.<Float>getList(row.fieldIndex("image_array")))
                .hasSize(32)
                .startsWith(0.5f * 128, 0.5f * 129);
        assertThat(row.<Integer>getList(row.fieldIndex("image_array_shape"))).containsExactly(2, 4, 4);
        assertThat(row.<String>getList(row.fieldIndex("image_band"))).containsExactly("hsc-g", "hsc-r");
        assertThat(row.<Boolean>getList(row.fieldIndex("image_mask"))).startsWith(true, false, true);
    }

    @Test
    void spectraFillTheKeysFromColumnsInCapitals(SparkSession spark) {
        Dataset<Row> spectra = read(spark, "desi");
        assertThat(ddl(spectra))
                .isEqualTo(KEYS + "ZWARN BOOLEAN,spectrum_flux ARRAY<FLOAT>,spectrum_lambda ARRAY<FLOAT>,"
                        + "spectrum_mask ARRAY<BOOLEAN>");
        Row row = spectra.filter("object_id = '1002-2'").first();
        assertThat(row.<Double>getAs("ra")).isEqualTo(1);
        assertThat(row.<Double>getAs("dec")).isEqualTo(-1);
        assertThat(row.<Boolean>getAs("ZWARN")).isFalse();
    }

    @Test
    void aFileMayBeOneObject(SparkSession spark) {
        Row row = read(spark, "yse").first();
        assertThat(row.<String>getAs("object_id")).isEqualTo("SN2011fe");
        assertThat(row.<String>getAs("bands")).isEqualTo("g,r");
        assertThat(row.<Float>getAs("redshift")).isEqualTo(0.0008f);
        assertThat(row.<Integer>getList(row.fieldIndex("flux_shape"))).containsExactly(2, 7);
    }

    @Test
    void theCellPrunesFilesAndObjectsAreCounted(SparkSession spark) {
        Dataset<Row> images = read(spark, "hsc");
        assertThat(images.count()).isEqualTo(6);
        assertThat(images.filter("healpix = 714").count()).isEqualTo(6);
        Dataset<Row> elsewhere = images.filter("healpix = 715");
        assertThat(elsewhere.rdd().getNumPartitions()).isZero();
    }

    @Test
    void columnsCanBeChosenAndUnitsFollowChunks(SparkSession spark) {
        Dataset<Row> images = spark.read()
                .format("universe")
                .option("columns", "image_array")
                .option("target-bytes", "1")
                .load(Samples.survey("hsc").toString());
        assertThat(ddl(images)).isEqualTo(KEYS + "image_array ARRAY<FLOAT>,image_array_shape ARRAY<INT>");
        assertThat(images.select("row", "image_array").rdd().getNumPartitions()).isEqualTo(3);
        assertThat(images.collectAsList()).hasSize(6);
    }

    @Test
    void anyDatasetsAreColumns(SparkSession spark) {
        String file = Samples.fixture("v110.h5").toString();
        Dataset<Row> two = spark.read()
                .format("hdf5")
                .option("dataset", "/gzip, checked")
                .option("target-bytes", "1")
                .load(file);
        assertThat(ddl(two)).isEqualTo("file STRING,row BIGINT,gzip ARRAY<FLOAT>,checked ARRAY<FLOAT>");
        Row row = two.filter("row = 3").first();
        assertThat(row.<Float>getList(2)).startsWith(0.5f * 21).isEqualTo(row.<Float>getList(3));
        Dataset<Row> group =
                spark.read().format("hdf5").option("dataset", "group").load(file);
        assertThat(ddl(group)).isEqualTo("file STRING,row BIGINT,inner FLOAT");
        assertThat(group.count()).isEqualTo(3);
    }

    @Test
    void anUnwrittenDatasetIsRefusedByName(SparkSession spark) {
        String file = Samples.fixture("unwritten.h5").toString();
        assertThatThrownBy(() -> spark.read()
                        .format("hdf5")
                        .option("dataset", "x")
                        .load(file)
                        .count())
                .isInstanceOf(Hdf5Exception.class)
                .hasMessageContaining("unwritten.h5:/x: has the shape [4, 6250000000], 100000000000 bytes");
    }

    @Test
    void singleValuesAreReadInBatchesWithTheSameValues(SparkSession spark) {
        Dataset<Row> spectra = read(spark, "desi");
        Dataset<Row> single = spectra.select("file", "row", "healpix", "object_id", "ra", "dec", "ZWARN", "_file_size");
        assertThat(single.queryExecution().executedPlan().toString()).contains("ColumnarToRow");
        Dataset<Row> beside = spectra.select(
                "file", "row", "healpix", "object_id", "ra", "dec", "ZWARN", "_file_size", "spectrum_flux");
        assertThat(beside.queryExecution().executedPlan().toString()).doesNotContain("ColumnarToRow");
        List<Row> rows = beside.collectAsList();
        assertThat(single.collectAsList())
                .hasSameSizeAs(rows)
                .allSatisfy(row -> assertThat(rows)
                        .anySatisfy(other -> assertThat(other.mkString("|")).startsWith(row.mkString("|"))));
    }

    private static Dataset<Row> read(SparkSession spark, String survey) {
        return spark.read().format("universe").load(Samples.survey(survey).toString());
    }

    private static String ddl(Dataset<Row> rows) {
        return rows.schema().toDDL().replaceAll(" COMMENT '[^']*'", "");
    }
}
