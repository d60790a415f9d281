package org.spolia.jobs.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.embedding.HalfPrecision;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.jobs.Statuses;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.pretrain.PretrainStage;
import org.spolia.jobs.reset.StageReset;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stream.Checkpoint;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/**
 * Embeddings of sample simulations in several files, cut into tiles, and of spectra. Each test has a copy of the
 * warehouse.
 */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbedStageTest {
    private static final Path ROOT = Path.of(System.getProperty("spolia.root"));
    private static final String GRAY = "simulations.gray_scott";
    private static final String RANDOM =
            "{tables: [%s], model-url: random, window: 2, batch-size: 4, files-per-batch: %s}";

    private static final String LEARNED =
            "{name: learned, tables: [simulations.gray_scott], window: 2, objective: forecast, steps: %s, batch-size: 4, samples: 5, seeds: [0, 1], where: %s}";
    private static final String WITH_LEARNED =
            "{tables: [simulations.gray_scott], model-url: 'pretrained:learned', seed: 1, window: 2, batch-size: 4}";

    private Path folder;
    private Path sharded;
    private Path embedded;
    private List<Digest> undisturbed;
    private Warehouse warehouse;

    @BeforeAll
    void shard(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        sharded = folder.resolve("sharded");
        warehouse = TestWarehouse.create(spark, sharded);
        for (ShardConfig shard :
                config("{tables: [%s], model-url: raw}".formatted(GRAY)).shards()) {
            ShardStage.of(shard, warehouse).rows(true).runOnce(warehouse, ProgressListener.SILENT);
        }
        embedded = folder.resolve("embedded");
        TestWarehouse.copy(sharded, embedded);
        warehouse = TestWarehouse.at(spark, embedded);
        assertThat(run(RANDOM.formatted(GRAY, "16"))).isTrue();
        undisturbed = digests();
    }

    @BeforeEach
    void copy(SparkSession spark) throws IOException {
        warehouse = TestWarehouse.at(spark, copyOf(embedded));
    }

    @Test
    void rawEmbeddingsAreWindowsOfWholeFrames() {
        assertThat(run("{tables: [%s], model-url: raw, window: 2, input-cols: [B, A]}".formatted(GRAY)))
                .isTrue();

        Row raw = vectors("setting LIKE 'B,A window 2 stride 2 batch 32 float32'")
                .filter("split = 'train' AND trajectory = 0 AND step = 2")
                .orderBy("file")
                .first();
        List<Float> vector = raw.getList(raw.fieldIndex("vector"));
        assertThat(vector).hasSize(2 * 2 * 1024);
        int place = 0;
        for (String channel : List.of("B", "A")) {
            for (int step = 2; step <= 3; step++) {
                List<Row> tiles = warehouse
                        .read(warehouse.shardTables(ShardKind.SIMULATIONS).get(0))
                        .filter("trajectory = 0 AND step = " + step + " AND file = '" + raw.getAs("file") + "'")
                        .orderBy("tile")
                        .select("tile_origin", "tile_shape", channel)
                        .collectAsList();
                assertThat(tiles).as("tiles of a frame").hasSizeGreaterThan(1);
                for (Row tile : tiles) {
                    List<Integer> origin = tile.getList(0);
                    List<Integer> shape = tile.getList(1);
                    List<Float> values = tile.getList(2);
                    for (int i = 0; i < values.size(); i++) {
                        int x = origin.get(0) + i / shape.get(1);
                        int y = origin.get(1) + i % shape.get(1);
                        assertThat(vector.get(place + 32 * x + y)).isEqualTo(values.get(i));
                    }
                }
                place += 1024;
            }
        }
    }

    @Test
    void everyWindowHasAnEmbeddingAndTheEncoderARow() {
        Row encoder = warehouse.read(Table.ENCODERS).first();
        long frames = warehouse.read(Table.EMBEDDINGS).count();

        assertThat(encoder.<String>getAs("name")).isEqualTo("random");
        assertThat(encoder.<Long>getAs("seed")).isZero();
        assertThat(encoder.<Integer>getAs("dimension")).isEqualTo(128);
        assertThat(warehouse
                        .read(Table.EMBEDDINGS)
                        .filter("size(embedding) = 128 AND reason IS NULL")
                        .count())
                .isEqualTo(frames)
                .isEqualTo(warehouse
                        .read(warehouse.shardTables(ShardKind.SIMULATIONS).get(0))
                        .filter("tile = 0 AND step % 2 = 0")
                        .count());
        assertThat(warehouse
                        .read(Table.ATTEMPTS)
                        .filter("stage = 'embed'")
                        .select("outcome", "device")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactlyInAnyOrder("[started,cpu]", "[done,cpu]");
        assertThat(Statuses.of(EmbedDefinition.INFO, warehouse))
                .isEqualTo(new StageStatus(EmbedDefinition.INFO, 4, 4, 0, 0));
    }

    @Test
    void aSecondRunWritesNothingAndAnotherSettingAddsRows() {
        assertThat(run(RANDOM.formatted(GRAY, "16"))).isFalse();
        assertThat(digests()).isEqualTo(undisturbed);
        long before = warehouse.read(Table.EMBEDDINGS).count();

        assertThat(run("{tables: [%s], model-url: random, batch-size: 4, output-col: half, resources: {gpus: 1}}"
                        .formatted(GRAY)))
                .isTrue();
        assertThat(warehouse.read(Table.EMBEDDINGS).filter("half IS NOT NULL").count())
                .isEqualTo(2 * before);
        assertThat(warehouse.read(Table.ENCODERS).count()).isEqualTo(2);
    }

    @Test
    void unpooledEmbeddingsHaveTheNumbersOfAllPlaces() {
        String entry = RANDOM.formatted(GRAY, "16, grid: [32, 32], pooling: none");
        assertThat(run(entry)).isTrue();

        assertThat(stage(entry).setting()).contains(" unpooled ");
        Dataset<Row> unpooled = vectors("setting LIKE '% unpooled %'");
        assertThat(unpooled.count())
                .isPositive()
                .isEqualTo(vectors("setting NOT LIKE '%unpooled%'").count());
        assertThat(unpooled.filter("size(vector) = 2 * 2 * 128").count()).isEqualTo(unpooled.count());
        assertThat(run("{tables: [surveys.desi], model-url: random, input-cols: [spectrum_flux], pooling: none}"))
                .isTrue();
        assertThat(vectors("setting LIKE 'spectrum_flux unpooled %' AND size(vector) = ceil(7781 / 16) * 128")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void batchesOfTheStageDoNotMatter(SparkSession spark) throws IOException {
        warehouse = TestWarehouse.at(spark, copyOf(sharded));

        assertThat(run(RANDOM.formatted(GRAY, "1"))).isTrue();
        assertThat(warehouse.state(Table.EMBEDDINGS).version()).isEqualTo(4);
        assertThat(digests()).isEqualTo(undisturbed);
    }

    @Test
    void aBatchThatWasKilledIsNeitherLostNorDoubled(SparkSession spark) throws IOException {
        Path killed = copyOf(embedded);
        // The last batch is written, but its checkpoint does not record it.
        try (var files = Files.walk(killed.resolve("_checkpoints"))) {
            List<Path> notes = files.filter(
                            path -> path.toString().matches(".*/embed-.*/(spolia-completion|commits/\\.?\\d.*)"))
                    .toList();
            assertThat(notes).hasSizeGreaterThan(1);
            for (Path note : notes) {
                Files.delete(note);
            }
        }
        warehouse = TestWarehouse.at(spark, killed);

        assertThat(run(RANDOM.formatted(GRAY, "16"))).isTrue();
        assertThat(digests()).isEqualTo(undisturbed);
    }

    @Test
    void halfPrecisionIsDecodedByTheView() {
        assertThat(run("{tables: [surveys.desi], model-url: random, input-cols: [spectrum_flux]}"))
                .isTrue();
        assertThat(run("{tables: [surveys.desi], model-url: random, input-cols: [spectrum_flux], output-col: half}"))
                .isTrue();

        List<Row> rows = vectors("dataset = 'surveys.desi'")
                .orderBy("setting", "object_id")
                .collectAsList();
        assertThat(rows).hasSize(6);
        for (int i = 0; i < 3; i++) {
            List<Float> half = rows.get(i).getList(rows.get(i).fieldIndex("vector"));
            List<Float> single = rows.get(i + 3).getList(rows.get(i + 3).fieldIndex("vector"));
            assertThat(rows.get(i).<String>getAs("object_id"))
                    .isEqualTo(rows.get(i + 3).getAs("object_id"));
            for (int d = 0; d < 128; d++) {
                short bits = HalfPrecision.bits(single.get(d));
                assertThat(half.get(d)).isEqualTo(HalfPrecision.value(bits));
            }
        }
    }

    @Test
    void samplesWithoutAnEmbeddingHaveAReason() {
        assertThat(run("{tables: [%s], model-url: raw, window: 1000}".formatted(GRAY)))
                .isTrue();
        assertThat(run("{tables: [%s], model-url: raw, grid: [5, 5]}".formatted(GRAY)))
                .isTrue();

        assertThat(warehouse
                        .read(Table.EMBEDDINGS)
                        .filter("reason IS NOT NULL")
                        .select("reason")
                        .distinct()
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .anyMatch(reason -> reason.matches("the trajectory has \\d+ frames, and a window 1000"))
                .contains("a frame of [32, 32] cannot be cut into equal blocks on a grid of [5, 5]");
        assertThat(Statuses.of(EmbedDefinition.INFO, warehouse).failed()).isEqualTo(8);
        assertThat(stage("{tables: [%s], model-url: raw, grid: [5, 5]}".formatted(GRAY))
                        .outcome())
                .startsWith("0 embeddings of simulations.gray_scott with raw, and ")
                .contains("samples without one, such as: a frame");
    }

    @Test
    void aBundleOfTheUserRunsAndABrokenOneIsRefused() throws IOException {
        Path bundle = folder.resolve("bundle");
        TestWarehouse.copy(ROOT.resolve("common/embedding/src/test/resources/org/spolia/embedding/tiny"), bundle);
        String entry = "{tables: [%s], model-url: '%s'}".formatted(GRAY, bundle);

        assertThat(run(entry)).isTrue();
        assertThat(stage(entry).outcome()).matches("\\d+ embeddings of simulations.gray_scott with tiny");
        Files.writeString(bundle.resolve("model.onnx"), "x", StandardOpenOption.APPEND);
        assertRefused(entry, "bundle: model.onnx: has sha256 ");
        Files.delete(bundle.resolve("model.onnx"));
        assertRefused(entry, "bundle: model.onnx: is missing; a bundle is a folder with manifest.json");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(bundle.resolve("model.onnx"), secret);
        assertRefused(entry, "bundle: model.onnx: is a link that leads out of the bundle");
        Files.delete(bundle.resolve("model.onnx"));
        Path manifest = bundle.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("model.onnx", "../secret.txt"));
        assertRefused(entry, "model '../secret.txt' is not the name of a file next to the manifest");
    }

    @Test
    void torchScriptRunsIfTheEntryNamesIt() throws IOException {
        Path bundle = folder.resolve("script");
        TestWarehouse.copy(
                ROOT.resolve("common/embedding/src/test/resources/org/spolia/embedding/torchscript"), bundle);
        String entry = "{tables: [%s], model-url: '%s', engine: %s}";

        assertThat(run(entry.formatted(GRAY, bundle, "PyTorch"))).isTrue();
        assertThat(stage(entry.formatted(GRAY, bundle, "PyTorch")).outcome())
                .matches("\\d+ embeddings of simulations.gray_scott with tiny");
        assertRefused(
                entry.formatted(GRAY, bundle, "OnnxRuntime"),
                "runs on PyTorch, but its entry of 'embeddings' names OnnxRuntime; write engine: PyTorch");
    }

    @Test
    void aPretrainedEncoderIsTrainedOnceAndUsed() throws IOException {
        assertRefused(WITH_LEARNED, "There is no encoder 'learned' with seed 1 yet for this configuration");

        assertThat(pretrain("3", "''"))
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "learned [01]: loss .* in the first 3 of 3 steps, .* in the last \\([12] of 2\\)"));
        Row row = warehouse.read(Table.PRETRAININGS).filter("seed = 1").first();
        List<Float> losses = row.getList(row.fieldIndex("losses"));
        assertThat(losses).hasSize(3).allMatch(loss -> loss > 0);
        assertThat(row.<Integer>getAs("samples")).isEqualTo(5);
        assertThat(row.<Long>getAs("samples_found"))
                .isEqualTo(warehouse
                        .read(warehouse.shardTables(ShardKind.SIMULATIONS).get(0))
                        .filter("tile = 0 AND step % 2 = 0 AND split = 'train'")
                        .count());
        assertThat(row.<String>getAs("setting")).isEqualTo("A,B window 2 stride 2");
        assertThat(run(WITH_LEARNED)).isTrue();
        assertThat(stage(WITH_LEARNED).encoderId()).isEqualTo(row.getAs("encoder_id"));
        assertThat(stage(WITH_LEARNED).outcome()).matches("\\d+ embeddings of simulations.gray_scott with learned 1");
        List<Digest> before = Digest.of(warehouse, List.of(Table.PRETRAININGS));
        assertThat(pretrain("3", "''")).isEmpty();

        StageReset reset = StageReset.of(warehouse, Stages.named("pretrain"));
        assertThat(reset.preview().stream().map(line -> line.replaceAll(" .*/", " ")))
                .contains("table pretrainings", "table embeddings", "encoders pretrained");
        reset.run();
        warehouse.create();
        assertRefused(WITH_LEARNED, "There is no encoder 'learned'");
        assertThat(pretrain("3", "''")).hasSize(2);
        assertThat(Digest.of(warehouse, List.of(Table.PRETRAININGS))).isEqualTo(before);
    }

    @Test
    void withoutStepsTheEncoderIsRandomAndTrainingRowsCanBeSelected() {
        assertThat(pretrain("0", "step < 4, architecture: axial-attention"))
                .contains("learned 1: the random encoder, since 'steps' is 0 (2 of 2)");

        Row row = warehouse.read(Table.PRETRAININGS).filter("seed = 0").first();
        EmbedStage random = stage(RANDOM.formatted(GRAY, "16, architecture: axial-attention"));
        assertThat(row.<String>getAs("architecture")).isEqualTo("axial-attention");
        assertThat(row.<String>getAs("encoder_id")).isEqualTo(random.encoderId());
        assertThat(random.encoderName()).isEqualTo("random-axial-attention");
        assertThat(row.<Long>getAs("samples_found"))
                .isEqualTo(warehouse
                        .read(warehouse.shardTables(ShardKind.SIMULATIONS).get(0))
                        .filter("tile = 0 AND step IN (0, 2) AND split = 'train'")
                        .count());
        assertThatThrownBy(() -> pretrain("1", "stepp < 4"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("Pretraining 'learned': 'where' does not fit table simulations.gray_scott: ");
        assertThatThrownBy(() -> pretrain("1", "step < 0"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("tables simulations.gray_scott have no sample to learn from, but 0 that");
    }

    @Test
    void mistakesAreNamed() {
        assertRefused(
                "{tables: [simulations.nosuch], model-url: raw}", "There is no table simulations.nosuch to embed");
        assertRefused(
                "{tables: [%s], model-url: raw, input-cols: [C]}".formatted(GRAY),
                "Table simulations.gray_scott has no column 'C' for input-cols; ");
        assertRefused(
                "{tables: [surveys.desi], model-url: raw, input-cols: [object_id]}",
                "Column 'object_id' of table surveys.desi is of type string; input-cols must be numbers");
        assertRefused(
                RANDOM.formatted(GRAY, "16, pooling: none"),
                "Frames of simulations.gray_scott are cut into tiles, and 'pooling: none' needs whole frames; name");
    }

    @Test
    void aResetOfShardRemovesEmbeddingsToo() {
        assertThat(StageReset.of(warehouse, Stages.named("shard")).preview().stream()
                        .map(line -> line.replaceAll(" .*/", " ")))
                .contains("table embeddings", "table encoders")
                .anyMatch(line -> line.startsWith("checkpoint embed-simulations.gray_scott-"));
        StageReset.of(warehouse, Stages.named("embed")).run();

        assertThat(warehouse.state(Table.EMBEDDINGS).exists()).isFalse();
        assertThat(Checkpoint.folders(warehouse, "embed")).isEmpty();
        assertThat(warehouse.shardTables(ShardKind.SIMULATIONS)).hasSize(1);
    }

    private void assertRefused(String entry, String problem) {
        assertThatThrownBy(() -> stage(entry))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem);
    }

    private Dataset<Row> vectors(String condition) {
        warehouse.registerFor("embedding_vectors");
        return warehouse.spark().sql("SELECT * FROM embedding_vectors").filter(condition);
    }

    private List<Digest> digests() {
        return Digest.of(warehouse, List.of(Table.ENCODERS, Table.EMBEDDINGS));
    }

    private List<String> pretrain(String steps, String where) {
        List<String> told = new ArrayList<>();
        boolean worked = PretrainStage.run(
                warehouse, config(LEARNED.formatted(steps, where), WITH_LEARNED).pretraining(), told::add);
        assertThat(worked).isEqualTo(!told.isEmpty());
        return told;
    }

    private boolean run(String entry) {
        return stage(entry).rows().runOnce(warehouse, ProgressListener.SILENT);
    }

    private EmbedStage stage(String entry) {
        EmbeddingConfig embedding = config(entry).embeddings().get(0);
        Optional<EmbedStage> stage = EmbedStage.of(embedding, embedding.tables().get(0), warehouse);
        return stage.orElseThrow();
    }

    private ExperimentConfig config(String entry) {
        return config(LEARNED.formatted("3", "''"), entry);
    }

    private ExperimentConfig config(String pretraining, String entry) {
        try {
            Path file = Files.writeString(folder.resolve("embed.yaml"), """
                    name: embed
                    stages: [shard, embed]
                    shards:
                      - {name: gray_scott, format: well, path: %s, tile: 256, files-per-batch: 1}
                      - {name: desi, format: universe, path: %s}
                    pretraining:
                      - %s
                    embeddings:
                      - %s
                    """.formatted(
                            ROOT.resolve("configs/data/well/datasets/gray_scott/data"),
                            ROOT.resolve("configs/data/universe/desi"),
                            pretraining,
                            entry));
            return ExperimentConfig.load(file, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copyOf(Path from) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        TestWarehouse.copy(from, copy);
        return copy;
    }
}
