package org.spolia.jobs.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.embedding.HalfPrecision;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.report.Report;
import org.spolia.experiment.report.page.Heading;
import org.spolia.experiment.row.EmbeddingRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.embed.EmbedStage;
import org.spolia.jobs.experience.WarehouseFeatures;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.report.ReportStage;
import org.spolia.jobs.reset.StageReset;
import org.spolia.jobs.sample.ProbeInputs;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.statistics.Correlation;

/** Probes of embeddings of eight files with two windows each, scored also on another table. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProbeStageTest {
    private static final String SPEED =
            "{name: speed, tables: [simulations.waves], target: parameter_speed, sizes: [4, 64], seeds: [0, 1], shifted: {tables: [simulations.others]}}";
    private static final String CLASSES =
            "{name: which, tables: [simulations.waves], target: parameter_speed, classes: true, heads: [logistic, knn, retrieval], sizes: [6], seeds: [0]}";
    private static final StructType FRAMES = StructType.fromDDL(
            "file STRING, split STRING, trajectory INT, step INT, tile INT, tile_origin ARRAY<INT>, tile_shape ARRAY<INT>, parameter_speed DOUBLE, u ARRAY<FLOAT>");

    private Path folder;
    private Warehouse warehouse;

    @BeforeAll
    void probe(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        List<EmbeddingRow> vectors = new ArrayList<>();
        for (String name : List.of("waves", "others")) {
            shard(name);
            for (EmbeddingConfig embedding : config(SPEED).embeddings()) {
                EmbedStage stage = EmbedStage.of(embedding, "simulations." + name, warehouse)
                        .orElseThrow();
                // The encoder and the entry's setting get their rows before any embedding exists.
                assertThat(stage.rows()).isNotNull();
                vectors.addAll(vectors(stage, embedding));
            }
        }
        warehouse.append(Table.EMBEDDINGS, vectors);
        assertThat(run(SPEED, CLASSES)).isTrue();
    }

    private void shard(String name) {
        ShardTable table = new ShardTable(ShardKind.SIMULATIONS, name, FRAMES);
        warehouse.create(table);
        List<Row> rows = new ArrayList<>();
        for (int file = 0; file < 8; file++) {
            for (int step = 0; step < 4; step++) {
                rows.add(RowFactory.create(
                        "f" + file, "train", 0, step, 0, new int[] {0}, new int[] {2}, file - 3.5, new float[] {
                            file, step
                        }));
            }
        }
        warehouse.append(
                table, warehouse.spark().createDataFrame(rows, FRAMES).coalesce(1), new Transaction("test", 0));
    }

    /** For one encoder, the speed hidden in noise, in half precision; for the other one, noise only. */
    private static List<EmbeddingRow> vectors(EmbedStage stage, EmbeddingConfig embedding) {
        Random random = new Random(stage.title().length());
        List<EmbeddingRow> rows = new ArrayList<>();
        for (int file = 0; file < 8; file++) {
            for (int step = 0; step < 4; step += 2) {
                float[] vector = new float[3];
                short[] half = new short[3];
                for (int i = 0; i < 3; i++) {
                    vector[i] = (float) (random.nextGaussian() / 4 + (embedding.isHalf() && i == 1 ? file - 3.5 : 0));
                    half[i] = HalfPrecision.bits(vector[i]);
                }
                rows.add(new EmbeddingRow(
                        stage.encoderId(),
                        stage.setting(),
                        stage.table().tableName(),
                        "f" + file,
                        "train",
                        0,
                        step,
                        null,
                        null,
                        embedding.isHalf() ? null : vector,
                        embedding.isHalf() ? half : null,
                        null));
            }
        }
        return rows;
    }

    @Test
    @Order(1)
    void everyEncoderHasARowForEachHeadSizeSeedSplitAndMetric() {
        assertThat(count("probe = 'speed'")).isEqualTo(2 * 2 * 2 * 2 * 2 * 2);
        assertThat(count("probe = 'which' AND metric = 'accuracy'")).isEqualTo(2 * 2);
        assertThat(count("size = 64 AND reason = 'there are 6 groups to learn from, and a size 64' AND value IS NULL"))
                .isEqualTo(count("size = 64"))
                .isEqualTo(32);
        assertThat(count("size = 4 AND split = 'test' AND rows = 2 * 2 AND train_rows = 4 * 2"))
                .isEqualTo(16);
        assertThat(count("split = 'shifted' AND test_dataset = 'simulations.others' AND rows = 8 * 2"))
                .isEqualTo(32);
        assertThat(count("size <> 64 AND reason IS NOT NULL AND head <> 'retrieval'"))
                .isZero();
        assertThat(warehouse
                        .read(Table.ENCODER_SIMILARITY)
                        .filter("samples = 16 AND value IS NOT NULL")
                        .count())
                .isEqualTo(2 * 2 + 2);
    }

    @Test
    @Order(1)
    void similarSamplesHavePictures() {
        assertThat(warehouse
                        .read(Table.RETRIEVED_SAMPLES)
                        .filter("picture IS NOT NULL AND dataset = 'simulations.waves'")
                        .groupBy("encoder_id")
                        .agg(functions.count("*"), functions.count_distinct(functions.col("query")))
                        .collectAsList())
                .hasSize(2)
                .allMatch(encoder -> encoder.getLong(1) == 3 * 6 && encoder.getLong(2) == 3);
    }

    @Test
    @Order(1)
    void viewsAgreeWithTheScores() {
        warehouse.registerFor("pretraining_gain, probe_curve, probe_scores, encoders");
        SparkSession spark = warehouse.spark();
        List<Double> values = values("raw");
        List<Double> control = values("random");
        double mean = (control.get(0) + control.get(1)) / 2;

        Row curve = spark.sql(
                        "SELECT mean, sd, scores, experiment FROM probe_curve WHERE probe = 'speed' AND encoder = 'raw' AND head = 'ridge' AND split = 'shifted' AND metric = 'r2'")
                .first();
        assertThat(curve.getDouble(0))
                .isCloseTo((values.get(0) + values.get(1)) / 2, within(1e-12))
                .isGreaterThan(0.9);
        assertThat(curve.getDouble(1)).isCloseTo(Math.abs(values.get(0) - values.get(1)) / Math.sqrt(2), within(1e-12));
        assertThat(curve.getLong(2)).isEqualTo(2);
        assertThat(curve.getString(3)).isEqualTo("probes");
        Row gain = spark.sql(
                        "SELECT control, difference, gain, crossing_size FROM pretraining_gain WHERE probe = 'speed' AND encoder = 'raw' AND head = 'ridge' AND split = 'shifted' AND metric = 'r2'")
                .first();
        assertThat(gain.getDouble(0)).isCloseTo(mean, within(1e-12)).isLessThan(0.5);
        assertThat(gain.getDouble(1)).isCloseTo(curve.getDouble(0) - mean, within(1e-12));
        assertThat(gain.getDouble(2)).isCloseTo((curve.getDouble(0) - mean) / (1 - mean), within(1e-12));
        assertThat(gain.isNullAt(3)).as("one size crosses nothing").isTrue();
    }

    @Test
    @Order(2)
    void theSameVersionsAreNotProbedAgain() {
        assertThat(run(SPEED, CLASSES)).isFalse();
        assertThat(warehouse
                        .spark()
                        .sql("DESCRIBE HISTORY delta.`" + warehouse.folder(Table.PROBE_SCORES) + "`")
                        .select("userMetadata")
                        .first()
                        .getString(0))
                .startsWith("read encoders ")
                .contains("embeddings 1", "simulations.waves 1", "simulations.others 1");
    }

    @Test
    @Order(3)
    void otherVersionsAreProbedAgainToTheSameRows() {
        long rows = count("true");
        List<Double> before = values("raw");
        EmbeddingRow row = new EmbeddingRow(
                "other", "u", "simulations.waves", "f0", "train", 0, 0, null, null, new float[] {1}, null, null);
        warehouse.append(Table.EMBEDDINGS, List.of(row));
        assertThat(run(SPEED, CLASSES)).isTrue();
        assertThat(count("true")).isEqualTo(rows);
        assertThat(values("raw")).isEqualTo(before);
    }

    @Test
    @Order(4)
    void mistakesAreNamed() {
        assertRefused(
                "{name: a, tables: [simulations.waves], target: parameter_sped}",
                "Probe 'a': table simulations.waves has no column 'parameter_sped' of numbers; did you mean 'parameter_speed'?");
        assertRefused(
                "{name: a, tables: [simulations.waves], target: parameter_speed, log: true}",
                "which has no logarithm; remove 'log: true'");
    }

    @Test
    void tooManyEmbeddingsAreReportedWithTheLimit() {
        ProbeInputs.requireRoom("simulations.waves with raw", 1 << 27);
        assertThatThrownBy(() -> ProbeInputs.requireRoom("simulations.waves with raw", 1L << 28))
                .hasMessageStartingWith(
                        "The embeddings of simulations.waves with raw take 1024 MB, and stage probe holds at most 512 MB of one encoder and table; embed with");
    }

    @Test
    @Order(5)
    void aResetOfEmbedRemovesScoresAndMissingEmbeddingsAreNamed() {
        StageReset reset = StageReset.of(warehouse, Stages.named("embed"));
        assertThat(reset.preview().stream().map(line -> line.replaceAll(" .*/", " ")))
                .contains("table probe_scores", "table encoder_similarity");
        reset.run();
        assertThat(warehouse.state(Table.PROBE_SCORES).exists()).isFalse();
        warehouse.create();

        assertRefused(
                SPEED,
                "Table simulations.waves was never embedded by the entry of 'embeddings' with 'model-url: raw'; run ./spolia embed CONFIG first");
        for (String name : List.of("waves", "others")) {
            for (EmbeddingConfig embedding : config(SPEED).embeddings()) {
                assertThat(EmbedStage.of(embedding, "simulations." + name, warehouse)
                                .orElseThrow()
                                .rows())
                        .isNotNull();
            }
        }
        assertRefused(
                SPEED, "There are no embeddings of simulations.waves with raw to probe; create them with stage embed");
    }

    private List<Double> values(String encoder) {
        return warehouse
                .spark()
                .sql(
                        "SELECT value FROM probe_scores JOIN encoders USING (encoder_id) WHERE probe = 'speed' AND name = '"
                                + encoder
                                + "' AND head = 'ridge' AND split = 'shifted' AND metric = 'r2' AND size = 4 ORDER BY probe_scores.seed")
                .collectAsList()
                .stream()
                .map(row -> row.getDouble(0))
                .toList();
    }

    @Test
    @Order(4)
    void aFineTunedEncoderHasRowsOfTheSameGroups() {
        String learned =
                "{name: learned, tables: [simulations.waves], target: parameter_speed, sizes: [4], seeds: [0, 1], "
                        + "shifted: {tables: [simulations.others]}, fine-tuning: {encoders: [%s], learning-rates: [0.01], steps: [1, 2], batch-size: 4}}";

        assertThat(run(learned.formatted("random"))).isTrue();

        assertThat(
                        count(
                                "probe = 'learned' AND head = 'finetune' AND value IS NOT NULL AND learning_rate = 0.01 AND steps IN (1, 2)"))
                .isEqualTo(2 * 2 * 2);
        assertThat(count("head = 'finetune' AND split = 'test' AND rows = 2 * 2 AND train_rows = 4 * 2"))
                .isEqualTo(2 * 2);
        assertRefused(
                learned.formatted("random, other"),
                "Probe 'learned': no entry of 'embeddings' has encoder 'other' of simulations.waves for 'fine-tuning'; add one, or remove the name");
    }

    /**
     * A concatenation finds the speed after noise as well as the encoder with the speed alone, and its rows name all
     * encoders.
     */
    @Test
    @Order(4)
    void embeddingsOfEncodersAreConcatenated() {
        String both =
                "{name: both, tables: [simulations.waves], target: parameter_speed, sizes: [4], seeds: [0, 1], heads: [ridge], "
                        + "shifted: {tables: [simulations.others]}, concatenated: [[random, %s]]}";

        assertThat(run(both.formatted("raw"))).isTrue();

        assertThat(
                        count(
                                "probe = 'both' AND encoder = 'random + raw' AND encoder_id LIKE '%+%' AND setting LIKE '% + %'"))
                .isEqualTo(count("probe = 'both' AND encoder = 'raw'"))
                .isEqualTo(2 * 2 * 2);
        assertThat(count("encoder = 'random + raw' AND metric = 'r2' AND split = 'shifted' AND value > 0.7"))
                .isEqualTo(2);
        assertRefused(
                both.formatted("other"),
                "Probe 'both': no entry of 'embeddings' has encoder 'other' of simulations.waves for 'concatenated'; add one, or remove the list");
        assertRefused(
                both.formatted("random"),
                "concatenated[0][1]: 'random' is given twice (first as element 0); give each once");
    }

    /** The encoder whose embeddings contain the speed gives a variable that follows it, on the rows of its probe. */
    @Test
    @Order(4)
    void embeddingsAreProblemsOverTheirComponents() {
        ExperimentConfig config = laws("raw", "speed");

        Plan plan = Planner.plan(config, Experience.NONE, new WarehouseFeatures(warehouse, config));

        Dataset dataset = plan.dataset(plan.datasetIds().get(0));
        assertThat(dataset.splits()).containsExactly(Split.TRAIN, Split.TEST);
        Rows train = dataset.rows(Split.TRAIN);
        assertThat(train.count()).isEqualTo(4 * 2);
        assertThat(dataset.rows(Split.TEST).count()).isEqualTo(2 * 2);
        assertThat(Correlation.pearson(train.columns()[0], train.target())).isGreaterThan(0.7);
        assertThat(plan.problems())
                .allMatch(problem -> "speed".equals(problem.probe()) && "raw".equals(problem.encoder()));
        assertNoPlan(
                "raw", "sped", "Problem 'vectors.speed': the experiment has no probe 'sped'; did you mean 'speed'?");
        assertNoPlan(
                "rawer",
                "speed",
                "Problem 'vectors.speed': 'embeddings' has 0 entries with encoder 'rawer', seed 0, of simulations.waves; it takes one");
    }

    private void assertNoPlan(String encoder, String probe, String problem) {
        ExperimentConfig config = laws(encoder, probe);
        assertThatThrownBy(() -> Planner.plan(config, Experience.NONE, new WarehouseFeatures(warehouse, config)))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem);
    }

    private ExperimentConfig laws(String encoder, String probe) {
        try {
            Files.writeString(folder.resolve("vectors.yaml"), """
                    field: vectors
                    problems:
                      - {id: vectors.speed, vectors: %s, probe: %s, size: 4, components: 1}
                    """.formatted(encoder, probe));
            Path file = Files.writeString(folder.resolve("laws.yaml"), Files.readString(configFile(SPEED)) + """
                    problems: {files: [vectors.yaml]}
                    operator-sets:
                      - {name: sums, operators: [+]}
                    """);
            return ExperimentConfig.load(file, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The heads use the same groups as ridge: mlp on the same embeddings, attentive on the output of the only network
     * here.
     */
    @Test
    @Order(4)
    void headsTrainedByGradientsUseTheGroupsOfRidge() {
        assertThat(
                        run(
                                "{name: heads, tables: [simulations.waves], target: parameter_speed, sizes: [4], seeds: [0, 1], heads: [ridge, mlp, attentive], "
                                        + "shifted: {tables: [simulations.others]}, fine-tuning: {learning-rates: [0.01], steps: [1, 100], batch-size: 4}}"))
                .isTrue();

        assertThat(count("probe = 'heads' AND head = 'ridge'")).isEqualTo(2 * 2 * 2 * 2);
        assertThat(count("probe = 'heads' AND head = 'mlp' AND value IS NOT NULL AND steps IN (1, 100)"))
                .isEqualTo(2 * 2 * 2 * 2);
        assertThat(count("probe = 'heads' AND head = 'attentive' AND value IS NOT NULL AND encoder = 'random'"))
                .isEqualTo(2 * 2 * 2);
        assertThat(count("probe = 'heads' AND split = 'test' AND rows = 2 * 2 AND train_rows = 4 * 2"))
                .isEqualTo((2 + 2 + 1) * 2 * 2);
        assertThat(
                        count(
                                "probe = 'heads' AND head = 'mlp' AND metric = 'r2' AND split = 'shifted' AND encoder = 'raw' AND value > 0.5"))
                .as("the speed is one of its numbers")
                .isEqualTo(2);
    }

    @Test
    @Order(4)
    void predictedFramesAreComparedWithLastFrameAndMean() {
        assertThat(
                        run(
                                "{name: next, tables: [simulations.waves], target: next-frame, sizes: [4], seeds: [0, 1], "
                                        + "shifted: {tables: [simulations.others]}, fine-tuning: {encoders: [random], learning-rates: [0.01], steps: [1, 2], batch-size: 4}}"))
                .isTrue();

        assertThat(count("probe = 'next'"))
                .as("heads, metrics, parts and seeds")
                .isEqualTo(3 * 3 * 2 * 2);
        assertThat(count("probe = 'next' AND metric = 'vrmse_1' AND value > 0 AND split = 'test' AND rows = 2 * 4"))
                .isEqualTo(3 * 2);
        assertThat(
                        count(
                                "head = 'finetune' AND metric = 'vrmse_1' AND quantity = 'next-frame' AND learning_rate = 0.01 AND steps IN (1, 2)"))
                .isEqualTo(2 * 2);
        assertThat(count("metric IN ('vrmse_6_12', 'vrmse_13_30') AND reason LIKE 'no scored trajectory has%'"))
                .isEqualTo(3 * 2 * 2 * 2);
    }

    @Test
    @Order(4)
    void curvesAreDrawnOncePerVersion() throws IOException {
        ExperimentConfig config = config(SPEED, CLASSES);
        Heading heading = new Heading(config.probesId(), config.name(), "");
        Path page = folder.resolve("out/report/probes.html");

        assertThat(ReportStage.run(warehouse, Report.PROBES, heading)).isTrue();
        assertThat(page)
                .content()
                .contains("<h3>speed: parameter_speed of simulations.waves, like the training samples, by ridge")
                .contains("<h3>which: parameter_speed of simulations.waves, like the training samples, by logistic");
        assertThat(ReportStage.run(warehouse, Report.PROBES, heading)).isFalse();
        assertThat(StageReset.of(warehouse, Stages.named("probe")).preview())
                .contains("page " + ReportStage.page(warehouse, Report.PROBES));
    }

    private void assertRefused(String probe, String problem) {
        assertThatThrownBy(() -> run(probe))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem);
    }

    private long count(String condition) {
        return warehouse.read(Table.PROBE_SCORES).filter(condition).count();
    }

    private boolean run(String... probes) {
        ExperimentConfig config = config(probes);
        return ProbeStage.run(warehouse, config.name(), config.probes(), config.embeddings());
    }

    private ExperimentConfig config(String... probes) {
        return ExperimentConfig.load(configFile(probes), Map.of());
    }

    private Path configFile(String... probes) {
        try {
            return Files.writeString(folder.resolve("probes.yaml"), """
                    name: probes
                    stages: [embed, probe]
                    embeddings:
                      - {tables: [simulations.waves, simulations.others], model-url: raw, window: 2, output-col: half}
                      - {tables: [simulations.waves, simulations.others], model-url: random, window: 2}
                    probes:
                      - %s
                    """.formatted(String.join("\n  - ", probes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
