package org.spolia.jobs.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.row.EmbeddingRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.embed.EmbedStage;
import org.spolia.jobs.probe.ProbeStage;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/**
 * Spectra of forty objects that two fluxes determine exactly, with garbage under a mask and values that are not finite.
 */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrayProbeTest {
    private static final int OBJECTS = 40;
    private static final StructType COLUMNS = StructType.fromDDL(
            "file STRING, row BIGINT, object_id BIGINT, FLUX_G FLOAT, FLUX_R FLOAT, flux ARRAY<FLOAT>, mask ARRAY<BOOLEAN>, part ARRAY<BOOLEAN>, places ARRAY<INT>");
    private static final String SPECTRA =
            "name: spectra, tables: [surveys.stars], target: flux, sizes: [16], seeds: [0, 1]";
    private static final String PLACES =
            "name: places, tables: [surveys.stars], target: places, classes: true, heads: [ridge, knn], sizes: [16], seeds: [0]";

    private Path folder;
    private Warehouse warehouse;

    @BeforeAll
    void embed(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        ShardTable table = new ShardTable(ShardKind.SURVEYS, "stars", COLUMNS);
        warehouse.create(table);
        List<Row> rows = new ArrayList<>();
        for (int object = 0; object < OBJECTS; object++) {
            float[] fluxes = fluxes(object);
            float[] flux = {fluxes[0], fluxes[1], fluxes[0] + fluxes[1], object % 7 == 0 ? Float.NaN : fluxes[1]};
            boolean[] mask = new boolean[4];
            if (object % 4 == 0) {
                flux[object / 4 % 3] = 1e6f;
                mask[object / 4 % 3] = true;
            }
            rows.add(RowFactory.create(
                    "f",
                    (long) object,
                    (long) object,
                    fluxes[0],
                    fluxes[1],
                    flux,
                    mask,
                    new boolean[] {true},
                    new int[] {0, fluxes[0] < 4 ? 1 : 2}));
        }
        warehouse.append(
                table, warehouse.spark().createDataFrame(rows, COLUMNS).coalesce(1), new Transaction("test", 0));
        List<EmbeddingRow> vectors = new ArrayList<>();
        for (EmbeddingConfig embedding : config(SPECTRA).embeddings()) {
            EmbedStage stage =
                    EmbedStage.of(embedding, "surveys.stars", warehouse).orElseThrow();
            assertThat(stage.rows()).isNotNull();
            for (long object = 0; object < OBJECTS; object++) {
                vectors.add(new EmbeddingRow(
                        stage.encoderId(),
                        stage.setting(),
                        stage.table().tableName(),
                        "f",
                        null,
                        null,
                        null,
                        object,
                        String.valueOf(object),
                        fluxes((int) object),
                        null,
                        null));
            }
        }
        warehouse.append(Table.EMBEDDINGS, vectors);
        assertThat(run(SPECTRA + ", mask: mask", PLACES)).isTrue();
    }

    private static float[] fluxes(int object) {
        return new float[] {object % 8, object * object % 11};
    }

    /** An encoder whose input is the spectrum itself is not probed. */
    @Test
    void spectraArePredictedFromUnmaskedFiniteValues() {
        assertThat(count("quantity = 'flux' AND reason IS NULL AND rows = 8 AND train_rows = 16"))
                .as("encoders, heads, seeds and metrics")
                .isEqualTo(2 * 2 * 2 * 2);
        assertThat(count("quantity = 'flux' AND head = 'ridge' AND metric = 'r2' AND value > 0.9999"))
                .isEqualTo(2 * 2);
        assertThat(
                        count(
                                "quantity = 'flux' AND head = 'ridge' AND metric = 'nrmse' AND value < 0.01 AND penalty IS NOT NULL"))
                .isEqualTo(2 * 2);
    }

    @Test
    void placesAreClassified() {
        assertThat(count("quantity = 'places' AND metric IN ('iou', 'iou_0', 'iou_1', 'iou_2') AND rows = 8"))
                .as("three encoders, two heads")
                .isEqualTo(3 * 2 * 4);
        assertThat(count("quantity = 'places' AND metric = 'iou_0' AND value = 1"))
                .isEqualTo(3 * 2);
        assertThat(count("quantity = 'places' AND metric = 'iou' AND value > 0.6"))
                .isEqualTo(3 * 2);
    }

    @Test
    void mistakesAreNamed() {
        assertRefused(
                ", mask: flax", "Probe 'spectra': table surveys.stars has no column 'flax' of arrays for 'mask'; ");
        assertRefused(
                ", mask: part", "part has 1 values in f row 0 of surveys.stars, and flux has 4; name a mask of its");
        assertRefused(
                ", heads: [mlp]",
                "flux of surveys.stars holds arrays, and mlp does not predict arrays; name ridge or knn");
        assertRefused(
                ", log: true",
                "flux of surveys.stars holds arrays, which are predicted without change from embeddings; remove");
        assertRefused(
                ", classes: true, heads: [knn]",
                "flux of surveys.stars holds arrays of numbers that are not integers, which cannot be classes");
        assertRefused(
                ", mask: mask, log: true",
                "probes[0].mask: 'mask' applies only to arrays without 'log'; remove the key");
    }

    private void assertRefused(String keys, String problem) {
        assertThatThrownBy(() -> run(SPECTRA + keys))
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
        try {
            Path file =
                    Files.writeString(folder.resolve("arrays.yaml"), """
                    name: arrays
                    stages: [embed, probe]
                    embeddings:
                      - {tables: [surveys.stars], model-url: raw, input-cols: [FLUX_G, FLUX_R]}
                      - {tables: [surveys.stars], model-url: random, input-cols: [FLUX_G, FLUX_R]}
                      - {tables: [surveys.stars], model-url: raw, input-cols: [flux]}
                    probes:
                      - {%s}
                    """.formatted(String.join("}\n  - {", probes)));
            return ExperimentConfig.load(file, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
