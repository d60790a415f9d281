package org.spolia.jobs.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.row.EncoderRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

@WithSpark
class EncoderSettingsTest {
    private static final String STARS = "surveys.stars";

    @TempDir
    private Path folder;

    @Test
    void anEntryHasTheEncoderThatLastEmbeddedIt(SparkSession spark) throws IOException {
        Warehouse warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        warehouse.create(
                new ShardTable(ShardKind.SURVEYS, "stars", StructType.fromDDL("file STRING, row BIGINT, flux FLOAT")));
        warehouse.append(Table.ENCODERS, List.of(encoder("old"), encoder("new")));
        EmbeddingConfig entry = entry("seed: 1");
        assertThatThrownBy(() -> EncoderSettings.read(warehouse).of(entry, STARS))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(
                        "Table surveys.stars was never embedded by the entry of 'embeddings' with 'model-url: random' and 'seed: 1'; run ./spolia embed CONFIG first");

        for (String encoder : List.of("old", "old", "new", "old")) {
            EncoderSettings.record(warehouse, entry, STARS, encoder, "setting of " + encoder);

            EmbeddedTable embedded = EncoderSettings.read(warehouse).of(entry, STARS);
            assertThat(embedded.arm().encoderId()).isEqualTo(encoder);
            assertThat(embedded.arm().setting()).isEqualTo("setting of " + encoder);
            assertThat(embedded.title()).isEqualTo("surveys.stars with encoder " + encoder + " 1");
        }
        assertThat(warehouse.read(Table.ENCODER_SETTINGS).count()).isEqualTo(3);

        EncoderSettings settings = EncoderSettings.read(warehouse);
        assertThat(settings.has(entry("seed: 1, queue: 7, files-per-batch: 3"), STARS))
                .as("keys that change no embedding")
                .isTrue();
        for (String other :
                List.of("seed: 2", "seed: 1, batch-size: 5", "seed: 1, pooling: none", "seed: 1, output-col: half")) {
            assertThat(settings.has(entry(other), STARS)).as(other).isFalse();
        }
    }

    private static EncoderRow encoder(String id) {
        return new EncoderRow(
                id, "encoder " + id, "OnnxRuntime", null, 1, 1, 1L, "convolutional", "", "none", "mean", "MIT");
    }

    private EmbeddingConfig entry(String keys) throws IOException {
        Path file = Files.writeString(folder.resolve("entries.yaml"), """
                name: entries
                stages: [embed]
                embeddings:
                  - {tables: [surveys.stars], model-url: random, input-cols: [flux], %s}
                """.formatted(keys));
        return ExperimentConfig.load(file, Map.of()).embeddings().get(0);
    }
}
