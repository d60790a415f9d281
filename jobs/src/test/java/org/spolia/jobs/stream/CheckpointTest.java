package org.spolia.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stages.FakeStage;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** Each test removes something from its own copy of a processed warehouse. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckpointTest {
    private Path folder;
    private Path processed;
    private List<Digest> undisturbed;
    private Path copy;
    private Warehouse warehouse;

    @BeforeAll
    void process(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        processed = folder.resolve("processed");
        Warehouse original = TestWarehouse.create(spark, processed);
        FakeStage.admit(original, 2, 1, 2, 3, 4);
        FakeStage.withTwoTables().runOnce(original, ProgressListener.SILENT);
        undisturbed = Digest.all(original);
    }

    @BeforeEach
    void copy(SparkSession spark) throws IOException {
        copy = Files.createTempDirectory(folder, "copy");
        TestWarehouse.copy(processed, copy);
        warehouse = TestWarehouse.at(spark, copy);
    }

    @Test
    void continuesWithAddedRowsAfterAMove() {
        FakeStage.admit(warehouse, 1, 5);

        assertThat(run()).isTrue();
        assertThat(warehouse.read(Table.CANDIDATES).count()).isEqualTo(10);
        assertThat(warehouse.read(Table.SCORES).count()).isEqualTo(10);
    }

    @Test
    void writesOnlyTheTableThatAKilledBatchLacks() throws IOException {
        forgetLastCommit(Table.SCORES);
        forgetLastBatch();
        long candidates = warehouse.state(Table.CANDIDATES).version();

        assertThat(run()).isTrue();
        assertThat(Digest.all(warehouse)).isEqualTo(undisturbed);
        assertThat(warehouse.state(Table.CANDIDATES).version()).isEqualTo(candidates);
        assertThat(warehouse
                        .read(Table.ATTEMPTS)
                        .filter("attempt = 2 AND outcome = 'done'")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void computesNothingAgainWhenOnlyTheCheckpointLacksTheBatch() throws IOException {
        forgetLastBatch();

        assertThat(run()).isTrue();
        assertThat(Digest.all(warehouse)).isEqualTo(undisturbed);
        assertThat(warehouse.read(Table.ATTEMPTS).filter("attempt = 2").count()).isZero();
    }

    @Test
    void refusesOutputWithoutItsCheckpoint() throws IOException {
        delete(copy.resolve("_checkpoints"));

        assertRefused("candidates holds rows of stage search whose checkpoint is gone");
    }

    @Test
    void refusesACheckpointWithoutItsOutput() {
        warehouse.drop(Table.SCORES);
        warehouse.create();

        assertRefused("scores lacks rows that stage search has written");
    }

    @Test
    void refusesAnInputThatWasCreatedAgain() {
        warehouse.drop(Table.TRIALS);
        warehouse.create();

        assertRefused("trials is not the one that stage search has read so far");
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(this::run)
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("spolia reset search --yes");
    }

    private boolean run() {
        return FakeStage.withTwoTables().runOnce(warehouse, ProgressListener.SILENT);
    }

    /** Undoes the last commit of a table, as if the process had been killed before it. */
    private void forgetLastCommit(Table table) throws IOException {
        String version =
                String.format(Locale.ROOT, "%020d", warehouse.state(table).version());
        for (String suffix : List.of(".json", ".crc")) {
            Files.delete(copy.resolve(table + "/_delta_log/" + version + suffix));
            Files.deleteIfExists(copy.resolve(table + "/_delta_log/." + version + suffix + ".crc"));
        }
        warehouse.forget(table);
    }

    /** Undoes the checkpoint's commit of the last batch. */
    private void forgetLastBatch() throws IOException {
        Path checkpoint = copy.resolve("_checkpoints/search-trials");
        Files.delete(checkpoint.resolve("commits/1"));
        Files.delete(checkpoint.resolve("commits/.1.crc"));
        Files.delete(checkpoint.resolve("spolia-completion"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
