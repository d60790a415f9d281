package org.spolia.jobs.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.data.ShardFormat;
import org.spolia.jobs.Statuses;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.shard.ShardDefinition;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageFailure;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;

/** Files that arrive later, and files that a broken download has truncated. */
@WithSpark
class DamagedFilesTest {
    private static final Path SAMPLES =
            Path.of(System.getProperty("spolia.root"), "configs/data/well/datasets/gray_scott/data");
    private static final String TRAIN = "train/gray_scott_F_0.014_k_0.054.hdf5";

    @TempDir
    Path folder;

    private Path root;
    private Warehouse warehouse;

    @BeforeEach
    void copy(SparkSession spark) {
        root = folder.resolve("data");
        TestWarehouse.copy(SAMPLES, root);
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
    }

    @Test
    void laterFilesAreReadAndDamagedOnesLeftOut(SparkSession spark) throws IOException {
        assertThat(run(gray(root))).isTrue();
        List<Digest> undisturbed = Digest.all(warehouse);
        warehouse = TestWarehouse.create(spark, folder.resolve("later"));
        Path more = folder.resolve("more");
        TestWarehouse.copy(root, more);
        Files.delete(more.resolve(TRAIN));
        assertThat(run(gray(more))).isTrue();

        cut(root.resolve(TRAIN), more.resolve("train/cut.hdf5"));
        Files.copy(root.resolve(TRAIN), more.resolve(TRAIN));
        assertThat(run(gray(more))).isTrue();

        assertThat(warehouse
                        .read(Table.SHARD_FILES)
                        .filter("state = 'quarantined'")
                        .selectExpr("concat(dataset, ' ', file, ' ', rows)")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("gray_scott train/cut.hdf5 0");
        assertThat(warehouse
                        .read(Table.ATTEMPTS)
                        .filter("outcome = 'failed' AND reason IS NOT NULL")
                        .collectAsList())
                .extracting(row -> row.<String>getAs("file"))
                .containsExactly("gray_scott/train/cut.hdf5");
        assertThat(Digest.all(warehouse))
                .filteredOn(digest -> !digest.table().equals(Table.SHARD_FILES))
                .isEqualTo(undisturbed.stream()
                        .filter(digest -> !digest.table().equals(Table.SHARD_FILES))
                        .toList());
        assertThat(Statuses.of(ShardDefinition.INFO, warehouse))
                .isEqualTo(new StageStatus(ShardDefinition.INFO, 5, 4, 1, 0));
    }

    @Test
    void aDamagedFileMayEndTheStage() throws IOException {
        Path broken = folder.resolve("broken");
        cut(root.resolve(TRAIN), broken.resolve("train/cut.hdf5"));
        Files.copy(root.resolve(TRAIN), broken.resolve("train/whole.hdf5"));
        ShardStage stage = ShardStage.of(gray(broken), warehouse);

        assertThatThrownBy(() -> stage.runOnce(true, ProgressListener.SILENT))
                .isInstanceOf(StageFailure.class)
                .hasStackTraceContaining("File train/cut.hdf5 of simulations.gray_scott is damaged: ");
        assertThat(warehouse.read(table()).count()).isZero();

        assertThat(run(gray(broken))).isTrue();
        assertThat(warehouse.read(table()).select("file").distinct().collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("train/whole.hdf5");
    }

    private boolean run(ShardConfig config) {
        return ShardStage.of(config, warehouse).runOnce(false, ProgressListener.SILENT);
    }

    private ShardTable table() {
        return warehouse.shardTable(ShardKind.SIMULATIONS, "gray_scott").orElseThrow();
    }

    private static ShardConfig gray(Path place) {
        return new ShardConfig("gray_scott", ShardFormat.WELL, place.toString(), List.of(), List.of(), ":", 65536, 64);
    }

    /** A file without its last third, as after a broken download. */
    private static void cut(Path whole, Path to) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        Files.createDirectories(to.getParent());
        Files.write(to, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }
}
