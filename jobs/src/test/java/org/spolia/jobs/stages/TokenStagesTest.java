package org.spolia.jobs.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.embed.EmbedStage;
import org.spolia.jobs.pretrain.PretrainStage;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** An encoder is trained on the fluxes and spectra of three objects, and embeds any subset of these modalities. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenStagesTest {
    private static final Path ROOT = Path.of(System.getProperty("spolia.root"));
    private static final String LEARNED =
            "{name: %s, tables: [surveys.desi], input-cols: [FLUX_G, FLUX_R, spectrum_flux], architecture: tokens,"
                    + " objective: cross-modal, steps: %s, batch-size: 4}";
    private static final String EMBEDDED =
            "{tables: [surveys.desi], model-url: 'pretrained:learned', input-cols: [%s], batch-size: 4}";

    private Path folder;
    private Warehouse warehouse;

    @BeforeAll
    void learn(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        warehouse = TestWarehouse.create(spark, folder.resolve("tables"));
        for (ShardConfig shard : config("FLUX_G").shards()) {
            ShardStage.of(shard, warehouse).rows(true).runOnce(warehouse, ProgressListener.SILENT);
        }
        List<String> lines = new ArrayList<>();
        PretrainStage.run(warehouse, config("FLUX_G").pretraining(), lines::add);
        assertThat(lines).hasSize(2).last().isEqualTo("untrained 0: the random encoder, since 'steps' is 0 (2 of 2)");
    }

    @Test
    void trainingDataAreInTheTable() {
        Row row = warehouse.read(Table.PRETRAININGS).filter("name = 'learned'").first();
        assertThat(row.<String>getAs("architecture")).isEqualTo("tokens");
        assertThat(row.<String>getAs("objective")).isEqualTo("cross-modal");
        assertThat(row.<Integer>getAs("samples")).isEqualTo(3);
        assertThat(row.getList(row.fieldIndex("losses"))).hasSize(2);
    }

    @Test
    void embeddingsDependOnTheNamedModalities() {
        Map<String, List<Float>> fluxes = embed("FLUX_G, FLUX_R");
        Map<String, List<Float>> all = embed("spectrum_flux, FLUX_G, FLUX_R");
        assertThat(fluxes).hasSize(3);
        assertThat(all)
                .hasSize(3)
                .allSatisfy((object, vector) -> assertThat(vector).hasSize(64).isNotEqualTo(fluxes.get(object)));
        // The order of the names does not matter.
        assertThat(embed("FLUX_R, spectrum_flux, FLUX_G")).isEqualTo(all);
        Row encoder = warehouse.read(Table.ENCODERS).filter("name = 'learned'").first();
        assertThat(encoder.<String>getAs("preprocessing")).isEqualTo("tokens of FLUX_G, FLUX_R, spectrum_flux");
        assertThat(encoder.<String>getAs("inputs")).isEqualTo("tokens int64[-1, 27]");
    }

    @Test
    void mistakesAreNamed() {
        assertRefused(EMBEDDED.formatted("FLUX_Z"), "The encoder does not know 'FLUX_Z' of input-cols; ");
        assertRefused(
                EMBEDDED.formatted("FLUX_G").replace("batch-size", "grid: [3], batch-size"),
                "Encoder 'learned' takes tokens, which have no grid; remove 'grid'");
        assertThatThrownBy(() -> PretrainStage.run(
                        warehouse,
                        config(
                                        LEARNED.formatted("other", "0").replace("FLUX_G", "spectrum_lsf"),
                                        EMBEDDED.formatted("FLUX_R"))
                                .pretraining(),
                        line -> {}))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("column 'spectrum_lsf' of table surveys.desi is not a modality: name a number,");
    }

    private void assertRefused(String entry, String problem) {
        assertThatThrownBy(() -> stage(entry))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem);
    }

    /** Returns the embedding of each object by its id. */
    private Map<String, List<Float>> embed(String columns) {
        EmbedStage stage = stage(EMBEDDED.formatted(columns));
        stage.rows().runOnce(warehouse, ProgressListener.SILENT);
        Map<String, List<Float>> vectors = new HashMap<>();
        for (Row row : warehouse
                .read(Table.EMBEDDINGS)
                .filter("reason IS NULL AND setting = '" + stage.setting() + "'")
                .collectAsList()) {
            vectors.put(row.getAs("object_id"), row.getList(row.fieldIndex("embedding")));
        }
        return vectors;
    }

    private EmbedStage stage(String entry) {
        EmbeddingConfig embedding =
                config(LEARNED.formatted("untrained", "0"), entry).embeddings().get(0);
        return EmbedStage.of(embedding, "surveys.desi", warehouse).orElseThrow();
    }

    private ExperimentConfig config(String columns) {
        return config(LEARNED.formatted("untrained", "0"), EMBEDDED.formatted(columns));
    }

    private ExperimentConfig config(String second, String entry) {
        try {
            Path file = Files.writeString(folder.resolve("tokens.yaml"), """
                    name: tokens
                    stages: [shard, pretrain, embed]
                    shards:
                      - {name: desi, format: universe, path: %s}
                    pretraining:
                      - %s
                      - %s
                    embeddings:
                      - %s
                    """.formatted(
                    ROOT.resolve("configs/data/universe/desi"), LEARNED.formatted("learned", "2"), second, entry));
            return ExperimentConfig.load(file, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
