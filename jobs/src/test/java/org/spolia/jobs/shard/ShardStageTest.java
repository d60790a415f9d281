package org.spolia.jobs.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.data.ShardFormat;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.reset.StageReset;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** The samples of a reaction as a table. Each test changes its own copy. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShardStageTest {
    private static final Path SAMPLES = Path.of(System.getProperty("spolia.root"), "configs/data/well/datasets");

    private Path folder;
    private Path processed;
    private Path root;
    private List<Digest> undisturbed;
    private Warehouse warehouse;

    @BeforeAll
    void process(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        root = folder.resolve("data");
        TestWarehouse.copy(SAMPLES.resolve("gray_scott/data"), root);
        processed = folder.resolve("processed");
        warehouse = TestWarehouse.create(spark, processed);
        assertThat(run(gray(64))).isTrue();
        undisturbed = Digest.all(warehouse);
    }

    @BeforeEach
    void copy(SparkSession spark) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        TestWarehouse.copy(processed, copy);
        warehouse = TestWarehouse.at(spark, copy);
    }

    @Test
    void theTableHasTheRowsOfTheFilesInTheirOrder(SparkSession spark) {
        Dataset<Row> files = spark.read()
                .format("well")
                .option("moments", "true")
                .load(root.toString())
                .orderBy("file", "trajectory", "step", "tile");

        List<Row> rows = warehouse.read(table()).collectAsList();
        assertThat(rows).isNotEmpty().isEqualTo(files.collectAsList());
        assertThat(warehouse.read(table()).inputFiles()).hasSize(1);
    }

    @Test
    void everyReaderCanReadTheTable() {
        assertThat(warehouse.state(table()).properties())
                .containsEntry("delta.appendOnly", "true")
                .containsEntry(
                        "delta.dataSkippingStatsColumns",
                        "file,split,trajectory,step,time,tile,parameter_F,parameter_k")
                .containsKey("spolia.schema.version");
        assertThat(table().schema().fields())
                .allMatch(field -> field.getComment().isDefined());
    }

    @Test
    void momentsOfATileMatchItsValues() {
        Row row = warehouse
                .read(table())
                .filter("step = 3")
                .select("A", "A_mean", "A_std", "A_min", "A_max")
                .first();
        double[] values =
                row.<Float>getList(0).stream().mapToDouble(Float::doubleValue).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();

        assertThat(row.getDouble(1)).isCloseTo(mean, within(1e-12));
        assertThat(row.getDouble(2)).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(row.getDouble(3)).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(row.getDouble(4)).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    @Test
    void statisticsMatchTheSamples() throws IOException {
        Map<String, Double> found =
                warehouse.read(Table.DATASET_STATISTICS).filter("split = 'train'").collectAsList().stream()
                        .collect(Collectors.toMap(
                                row -> row.getAs("statistic") + " " + row.getAs("component"),
                                row -> row.getAs("value")));

        int compared = 0;
        String statistic = "";
        for (String line : Files.readAllLines(SAMPLES.resolve("gray_scott/stats.yaml"))) {
            String[] parts = line.strip().split(": *", -1);
            if (line.startsWith(" ")) {
                double expected = Double.parseDouble(parts[1]);
                assertThat(found.get(statistic + " " + parts[0]))
                        .as(statistic + " " + parts[0])
                        .isCloseTo(expected, within(1e-4 * Math.abs(expected)));
                compared++;
            } else {
                statistic = parts[0];
            }
        }
        assertThat(compared).isEqualTo(found.size()).isEqualTo(12);
    }

    @Test
    void attemptsCountReadsOfAFile() {
        List<Row> reads = warehouse
                .read(Table.ATTEMPTS)
                .filter("outcome = 'done'")
                .join(
                        warehouse.read(Table.SHARD_FILES).selectExpr("concat(dataset, '/', file) AS file", "size"),
                        "file")
                .select("reads", "bytes_read", "size")
                .collectAsList();

        assertThat(reads).hasSize(4);
        // A whole file at least once, and the bytes before and between data perhaps twice.
        assertThat(reads)
                .allMatch(row ->
                        row.getLong(0) > 0 && row.getLong(1) >= row.getLong(2) && row.getLong(1) < 3 * row.getLong(2));
    }

    @Test
    void aSecondRunWritesNothing() {
        long before = commits();

        assertThat(run(gray(64))).isFalse();
        assertThat(commits()).isEqualTo(before);
        assertThat(Digest.all(warehouse)).isEqualTo(undisturbed);
    }

    @Test
    @Tag("slow")
    void filesOfHdfsGiveTheSameTables(SparkSession spark) throws IOException {
        Configuration configuration = new Configuration(spark.sparkContext().hadoopConfiguration());
        try (MiniDFSCluster hdfs =
                new MiniDFSCluster.Builder(configuration, folder.resolve("hdfs").toFile()).build()) {
            hdfs.getFileSystem()
                    .copyFromLocalFile(
                            new org.apache.hadoop.fs.Path(root.toUri()), new org.apache.hadoop.fs.Path("/data"));
            warehouse = TestWarehouse.create(spark, folder.resolve("from-hdfs"));

            assertThat(run(gray(hdfs.getURI() + "/data", 64))).isTrue();
            assertThat(Digest.all(warehouse)).isEqualTo(undisturbed);
        }
    }

    @Test
    @Tag("slow")
    void filesThatArriveOneByOneGiveTheSameTables(SparkSession spark) throws Exception {
        Path incoming = folder.resolve("incoming");
        TestWarehouse.copy(root.resolve("train"), incoming.resolve("train"));
        warehouse = TestWarehouse.create(spark, folder.resolve("continuous"));
        RowStage rows = ShardStage.of(gray(incoming.toString(), 1), warehouse).rows(false);
        rows.runOnce(warehouse, ProgressListener.SILENT);
        assertThat(splits()).containsExactly("train");
        // Each folder appears as a whole.
        TestWarehouse.copy(root, folder.resolve("aside"));
        Files.move(folder.resolve("aside/valid"), incoming.resolve("valid"));
        Files.move(folder.resolve("aside/test"), incoming.resolve("test"));
        rows.runOnce(warehouse, ProgressListener.SILENT);

        assertThat(Digest.all(warehouse)).isEqualTo(undisturbed);
        assertThat(warehouse.state(table()).version()).as("batches").isEqualTo(4);
        assertThat(warehouse.state(Table.DATASET_STATISTICS).version())
                .as("statistics wait for the last of the files that are there")
                .isBetween(2L, 3L);
    }

    private List<String> splits() {
        return warehouse
                .read(Table.DATASET_STATISTICS)
                .select("split")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Test
    void refusesATableWhoseCheckpointIsGone() {
        warehouse.remove(warehouse.path("_checkpoints"));

        assertRefused(gray(64), "simulation_axes holds rows of stage shard whose checkpoint is gone");
    }

    @Test
    void refusesACheckpointWhoseTableIsGone() {
        warehouse.drop(table());

        assertRefused(gray(64), "simulations/gray_scott lacks rows that stage shard has written");
    }

    @Test
    void refusesOtherStepsForTheSameTable() {
        ShardConfig other = new ShardConfig(
                "gray_scott", ShardFormat.WELL, root.toString(), List.of(), List.of(), "0:2", 65536, 64);

        assertRefused(other, "differs from the one that stage shard has used for table simulations.gray_scott so far");
    }

    @Test
    void aResetRemovesTablesOfFilesToo() {
        StageReset reset = StageReset.of(warehouse, Stages.named("shard"));

        assertThat(reset.preview().stream().map(line -> line.replaceAll(" .*/", " ")))
                .contains(
                        "table gray_scott",
                        "table shard_files",
                        "table field_moments",
                        "table dataset_statistics",
                        "checkpoint shard-simulations.gray_scott");
        reset.run();
        warehouse.create();
        assertThat(run(gray(64))).isTrue();
        assertThat(Digest.all(warehouse)).isEqualTo(undisturbed);
    }

    @Test
    void sqlKnowsTheTableByName(SparkSession spark) {
        warehouse.registerFor("SELECT * FROM simulations.gray_scott");

        assertThat(warehouse
                        .spark()
                        .sql("SELECT count(*) FROM simulations.gray_scott")
                        .first()
                        .getLong(0))
                .isEqualTo(warehouse.read(table()).count());
    }

    @Test
    void objectsOfASurveyAreSortedByCell(SparkSession spark) {
        Path survey = SAMPLES.resolveSibling("../universe/desi").normalize();
        ShardConfig config =
                new ShardConfig("desi", ShardFormat.UNIVERSE, survey.toString(), List.of(), List.of(), ":", 65536, 64);

        assertThat(run(config)).isTrue();
        ShardTable desi = warehouse.shardTable(ShardKind.SURVEYS, "desi").orElseThrow();
        List<Row> rows =
                warehouse.read(desi).select("healpix", "healpix29", "object_id").collectAsList();
        assertThat(rows).hasSize(3);
        assertThat(rows).allMatch(row -> row.getLong(1) >> 50 == row.getInt(0));
        assertThat(rows).extracting(row -> row.getLong(1)).isSorted();
        assertThat(desi.schema().fields()).allMatch(field -> field.getComment().isDefined());
    }

    private void assertRefused(ShardConfig config, String problem) {
        assertThatThrownBy(() -> run(config))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("spolia reset shard --yes");
    }

    private boolean run(ShardConfig config) {
        return ShardStage.of(config, warehouse).runOnce(false, ProgressListener.SILENT);
    }

    private ShardTable table() {
        return warehouse.shardTable(ShardKind.SIMULATIONS, "gray_scott").orElseThrow();
    }

    private long commits() {
        return warehouse.relations().stream()
                .mapToLong(table -> warehouse.state(table).version())
                .sum();
    }

    private ShardConfig gray(int filesPerBatch) {
        return gray(root.toString(), filesPerBatch);
    }

    private static ShardConfig gray(String place, int filesPerBatch) {
        return new ShardConfig("gray_scott", ShardFormat.WELL, place, List.of(), List.of(), ":", 65536, filesPerBatch);
    }
}
