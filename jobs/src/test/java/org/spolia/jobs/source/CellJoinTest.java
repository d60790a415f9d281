package org.spolia.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.WithSpark;

/** Images are in the cells 712, 714 (two files) and 715, spectra in 714, 715 and 716. */
@WithSpark
class CellJoinTest {
    private static final Path IMAGES = Samples.survey("hsc").resolve("healpix=0714/001-of-001.hdf5");
    private static final Path SPECTRA = Samples.survey("desi").resolve("healpix=714/001-of-001.hdf5");

    @TempDir
    private Path folder;

    private SparkSession session;

    @BeforeEach
    void putFiles(SparkSession spark) {
        for (String name : List.of("712/a", "714/a", "714/b", "715/a")) {
            Samples.put(IMAGES, folder.resolve("images/healpix=0" + name + ".hdf5"));
        }
        for (String name : List.of("714/a", "715/a", "716/a")) {
            Samples.put(SPECTRA, folder.resolve("spectra/healpix=" + name + ".hdf5"));
        }
        session = spark.newSession();
        session.conf().set("spark.sql.adaptive.enabled", "false");
        session.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    }

    @Test
    void aJoinByCellsNeedsNoShuffleIfFilesAreInCells() {
        List<Row> shuffled = rows(joined());
        assertThat(plan(joined())).contains("Exchange");
        session.conf().set("spark.sql.sources.v2.bucketing.enabled", "true");
        assertThat(plan(joined())).doesNotContain("Exchange").contains("SortMergeJoin");
        assertThat(rows(joined())).hasSize(shuffled.size()).containsExactlyInAnyOrderElementsOf(shuffled);
        assertThat(joined().groupBy("healpix").count().collectAsList())
                .extracting(row -> row.getInt(0))
                .containsExactlyInAnyOrder(714, 715);
    }

    @Test
    void aFileOutsideTheCellsRequiresAShuffle() {
        session.conf().set("spark.sql.sources.v2.bucketing.enabled", "true");
        Samples.put(SPECTRA, folder.resolve("spectra/more.hdf5"));
        assertThat(plan(joined())).contains("Exchange");
        assertThat(rows(joined())).isNotEmpty();
    }

    @Test
    void onlyASessionWithTheSettingReadsCellByCell() {
        Dataset<Row> cells = session.read()
                .format("universe")
                .load(folder.resolve("images").toString())
                .select("healpix");
        assertThat(cells.rdd().getNumPartitions()).isEqualTo(1);
        session.conf().set("spark.sql.sources.v2.bucketing.enabled", "true");
        assertThat(survey("images").rdd().getNumPartitions()).isEqualTo(4);
        assertThat(session.read()
                        .format("universe")
                        .load(folder.resolve("images").toString())
                        .select("healpix")
                        .rdd()
                        .getNumPartitions())
                .isEqualTo(3);
    }

    private Dataset<Row> joined() {
        return survey("images").join(survey("spectra").withColumnRenamed("object_id", "spectrum"), "healpix");
    }

    private Dataset<Row> survey(String name) {
        return session.read()
                .format("universe")
                .option("target-bytes", "1")
                .load(folder.resolve(name).toString())
                .select("healpix", "object_id");
    }

    private static List<Row> rows(Dataset<Row> joined) {
        return joined.select("healpix", "object_id", "spectrum").collectAsList();
    }

    private static String plan(Dataset<Row> rows) {
        return rows.queryExecution().executedPlan().toString();
    }
}
