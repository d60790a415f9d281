package org.spolia.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.layout.Tile;
import org.spolia.hdf5.layout.WellFile;
import org.spolia.jobs.WithSpark;

@WithSpark
class WellSourceTest {
    private static final String KEYS = "file STRING,split STRING,trajectory INT,step INT,time DOUBLE,tile INT,"
            + "tile_origin ARRAY<INT>,tile_shape ARRAY<INT>,";

    @Test
    void columnsAreCollectedFromAllFiles(SparkSession spark) {
        assertThat(well(spark).schema().toDDL().replaceAll(" COMMENT '[^']*'", ""))
                .isEqualTo(KEYS + "parameter_mu DOUBLE,parameter_nu DOUBLE,density ARRAY<FLOAT>,"
                        + "velocity_x ARRAY<FLOAT>,velocity_y ARRAY<FLOAT>,energy ARRAY<FLOAT>");
    }

    @Test
    void rowsAreTheFramesOfTheFiles(SparkSession spark) {
        List<Row> rows =
                well(spark).orderBy("file", "trajectory", "step", "tile").collectAsList();
        assertThat(rows).hasSize(2 * 4 + 3 + 2);
        for (Row row : rows) {
            Path path = Samples.simulations().resolve(row.<String>getAs("file"));
            try (Hdf5File file = Hdf5File.open(path)) {
                WellFile well = WellFile.of(file);
                int trajectory = row.getAs("trajectory");
                int step = row.getAs("step");
                assertThat(row.<Double>getAs("time")).isEqualTo(well.times(trajectory)[step]);
                assertThat(row.<Double>getAs("parameter_mu"))
                        .isEqualTo(well.parameters().get("mu"));
                assertThat(row.<String>getAs("file")).startsWith(row.getAs("split") + "/");
                assertThat(row.<Float>getList(row.fieldIndex("density")))
                        .isEqualTo(boxed(well.field("density").frame(trajectory, step)[0]));
                assertThat(row.<Float>getList(row.fieldIndex("velocity_y")))
                        .isEqualTo(boxed(well.field("velocity").frame(trajectory, step)[1]));
            }
        }
    }

    @Test
    void tilesCoverAFrame(SparkSession spark) {
        List<Row> rows = read(spark)
                .option("tile", 8)
                .load(Samples.simulations().toString())
                .filter("file = 'train/a.hdf5' AND trajectory = 1 AND step = 2")
                .orderBy("tile")
                .collectAsList();
        List<Tile> tiles = Tile.cover(new int[] {6, 4}, 8);
        assertThat(rows).hasSameSizeAs(tiles);
        try (Hdf5File file = Hdf5File.open(Samples.simulations().resolve("train/a.hdf5"))) {
            WellFile well = WellFile.of(file);
            for (int i = 0; i < tiles.size(); i++) {
                Row row = rows.get(i);
                assertThat(row.<Integer>getList(row.fieldIndex("tile_origin")))
                        .containsExactly(tiles.get(i).origin()[0], tiles.get(i).origin()[1]);
                assertThat(row.<Integer>getList(row.fieldIndex("tile_shape")))
                        .containsExactly(tiles.get(i).shape()[0], tiles.get(i).shape()[1]);
                assertThat(row.<Float>getList(row.fieldIndex("velocity_x")))
                        .isEqualTo(boxed(well.field("velocity").tile(1, 2, tiles.get(i))[0]));
            }
        }
    }

    @Test
    void missingColumnsAreNullAndValuesThatAreNotFiniteStay(SparkSession spark) {
        Dataset<Row> well = well(spark);
        assertThat(well.filter("parameter_nu IS NULL AND energy IS NULL").count())
                .isEqualTo(10);
        List<Row> row =
                well.filter("parameter_nu = 3 AND step = 1").select("energy").collectAsList();
        assertThat(row.get(0).<Float>getList(0).get(0)).isNaN();
    }

    @Test
    void optionsSelectFieldsSplitsAndSteps(SparkSession spark) {
        Dataset<Row> chosen = read(spark)
                .option("fields", "velocity_x,energy")
                .option("splits", "train")
                .option("steps", "1:4:2")
                .load(Samples.simulations().toString());
        assertThat(chosen.columns()).endsWith("parameter_nu", "velocity_x", "energy");
        assertThat(chosen.select("file", "trajectory", "step").collectAsList())
                .extracting(Row::mkString)
                .containsExactlyInAnyOrder(
                        "train/a.hdf501", "train/a.hdf503", "train/a.hdf511", "train/a.hdf513", "train/b.hdf501");
        assertThat(chosen.count()).isEqualTo(5);
    }

    @Test
    void onlyTheColumnsOfAGivenSchemaAreRead(SparkSession spark) {
        List<Row> rows = read(spark)
                .schema("step INT, Energy ARRAY<FLOAT>, unheard DOUBLE")
                .load(Samples.simulations().toString())
                .collectAsList();
        assertThat(rows).hasSize(13);
        assertThat(rows).filteredOn(row -> !row.isNullAt(1)).hasSize(3);
        assertThat(rows).allMatch(row -> row.isNullAt(2));
        assertThatThrownBy(() -> read(spark)
                        .schema("density DOUBLE")
                        .load(Samples.simulations().toString())
                        .collectAsList())
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("Column density is ARRAY<FLOAT> in file:")
                .hasMessageContaining("and DOUBLE in the schema");
    }

    @Test
    void aSingleFileIsARootAndKnowsItsSplit(SparkSession spark) {
        Row row = read(spark)
                .load(Samples.simulations().resolve("valid/a.hdf5").toString())
                .select("file", "split", "_file_size", "_file_path")
                .first();
        assertThat(row.getString(0)).isEqualTo("a.hdf5");
        assertThat(row.getString(1)).isEqualTo("valid");
        assertThat(row.getLong(2)).isEqualTo(9679);
        assertThat(row.getString(3)).startsWith("file:/").endsWith("/valid/a.hdf5");
    }

    @Test
    void hiddenAndOtherFilesAreIgnored(SparkSession spark, @TempDir Path folder) {
        Samples.put(Samples.damaged(), folder.resolve("a/x.H5"));
        Samples.put(Samples.damaged(), folder.resolve("a/.x.h5"));
        Samples.put(Samples.damaged(), folder.resolve("_a/x.h5"));
        Samples.put(Samples.damaged(), folder.resolve("a/x.hdf5.part"));
        assertThat(read(spark).load(folder.toString()).select("file").distinct().collectAsList())
                .extracting(Row::mkString)
                .containsExactly("a/x.H5");
    }

    @Test
    void mistakesAreReportedWithARemedy(SparkSession spark, @TempDir Path folder) {
        String root = Samples.simulations().toString();
        assertThatThrownBy(() -> read(spark).load(folder.toString()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("has no file to read");
        assertThatThrownBy(() -> read(spark).load(folder + "/nowhere")).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> read(spark).option("fields", "velocty").load(root))
                .hasMessageContaining("has 'velocty'");
        assertThatThrownBy(() -> read(spark).option("tile", "0").load(root)).hasMessageContaining("Option tile is '0'");
        assertThatThrownBy(() -> read(spark).option("on-error", "hope").load(root))
                .hasMessageContaining("it must be fail or skip");
    }

    @Test
    void sqlReadsIt(SparkSession spark) {
        spark.sql("CREATE TEMPORARY VIEW runs USING well OPTIONS (path '" + Samples.simulations() + "')");
        assertThat(spark.sql("SELECT sum(size(density)) FROM runs WHERE split = 'valid'")
                        .first()
                        .getLong(0))
                .isEqualTo(2 * 24);
    }

    private static Dataset<Row> well(SparkSession spark) {
        return read(spark).load(Samples.simulations().toString());
    }

    private static DataFrameReader read(SparkSession spark) {
        return spark.read().format("well");
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>();
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
