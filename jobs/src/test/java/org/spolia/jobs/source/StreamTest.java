package org.spolia.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.WithSpark;

@WithSpark
class StreamTest {
    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void copy() throws IOException {
        root = Samples.copy(folder.resolve("root"));
        age("train/b.hdf5", 1);
        age("train/a.hdf5", 2);
        age("valid/a.hdf5", 3);
    }

    @Test
    void takesFilesInTheOrderInWhichTheyWereWrittenWithinLimits(SparkSession spark) throws Exception {
        assertThat(run(spark, Map.of("maxFilesPerTrigger", "2")))
                .containsExactly("train/a.hdf5 8, train/b.hdf5 3", "valid/a.hdf5 2");
        assertThat(run(spark, Map.of("maxFilesPerTrigger", "2"))).isEmpty();
    }

    @Test
    void aLimitOfBytesLetsAtLeastOneFileIn(SparkSession spark) throws Exception {
        assertThat(run(spark, Map.of("maxBytesPerTrigger", "1")))
                .containsExactly("train/b.hdf5 3", "train/a.hdf5 8", "valid/a.hdf5 2");
    }

    @Test
    void laterFilesAreReadLater(SparkSession spark) throws Exception {
        run(spark, Map.of());
        Samples.put(Samples.damaged(), root.resolve("train/c.hdf5"));
        age("train/c.hdf5", 0);
        assertThat(run(spark, Map.of("fields", "density"))).containsExactly("train/c.hdf5 4");
        assertThat(Files.readAllLines(folder.resolve("checkpoint/sources/0/files.jsonl")))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("{\"file\":\"train/c.hdf5\",\"size\":9783,");
    }

    @Test
    void aFailedBatchIsRepeatedWithTheSameFiles(SparkSession spark) throws Exception {
        assertThatThrownBy(() -> run(spark, Map.of("maxFilesPerTrigger", "1"), 1))
                .hasStackTraceContaining("planned failure");
        Samples.put(Samples.damaged(), root.resolve("train/c.hdf5"));
        age("train/c.hdf5", 0);
        assertThat(run(spark, Map.of("maxFilesPerTrigger", "1", "fields", "density")))
                .containsExactly("train/a.hdf5 8", "valid/a.hdf5 2", "train/c.hdf5 4");
    }

    @Test
    void aFileThatChangesAfterItWasSeenIsAnErrorThatNamesIt(SparkSession spark) throws Exception {
        run(spark, Map.of());
        age("train/a.hdf5", 9);
        assertThatThrownBy(() -> run(spark, Map.of()))
                .hasStackTraceContaining("train/a.hdf5 changed after it was listed");
    }

    @Test
    void aFileThatIsDeletedBeforeItIsReadIsAnErrorThatNamesIt(SparkSession spark) throws Exception {
        assertThatThrownBy(() -> run(spark, Map.of("maxFilesPerTrigger", "1"), 1))
                .hasStackTraceContaining("planned failure");
        Files.delete(root.resolve("train/a.hdf5"));
        assertThatThrownBy(() -> run(spark, Map.of("maxFilesPerTrigger", "1")))
                .hasStackTraceContaining("train/a.hdf5 was deleted after it was listed");
        Samples.put(Samples.simulations().resolve("train/a.hdf5"), root.resolve("train/a.hdf5"));
        age("train/a.hdf5", 2);
        Files.delete(root.resolve("train/b.hdf5"));
        assertThat(run(spark, Map.of("maxFilesPerTrigger", "1"))).containsExactly("train/a.hdf5 8", "valid/a.hdf5 2");
    }

    @Test
    void aDamagedFileCanBeSkipped(SparkSession spark) throws Exception {
        Samples.put(Samples.damaged(), root.resolve("train/c.hdf5"));
        age("train/c.hdf5", 0);
        assertThat(run(spark, Map.of("on-error", "skip")))
                .containsExactly("train/a.hdf5 8, train/b.hdf5 3, valid/a.hdf5 2");
    }

    @Test
    void rowsKnowTheirFile(SparkSession spark) throws Exception {
        List<Long> sizes = new ArrayList<>();
        VoidFunction2<Dataset<Row>, Long> take =
                (rows, batch) -> rows.distinct().collectAsList().forEach(row -> sizes.add(row.getLong(1)));
        spark.readStream()
                .format("well")
                .load(root.toString())
                .select("density", "_file_size", "_file_modified")
                .selectExpr("size(density)", "_file_size")
                .writeStream()
                .option("checkpointLocation", folder.resolve("metadata").toString())
                .trigger(Trigger.AvailableNow())
                .foreachBatch(take)
                .start()
                .awaitTermination();
        assertThat(sizes).containsExactlyInAnyOrder(9679L, 9813L, 10180L);
    }

    private List<String> run(SparkSession spark, Map<String, String> options) throws Exception {
        return run(spark, options, Long.MAX_VALUE);
    }

    /** The content of each batch, as files with their numbers of rows. */
    private List<String> run(SparkSession spark, Map<String, String> options, long failingBatch)
            throws TimeoutException, StreamingQueryException {
        List<String> batches = new ArrayList<>();
        VoidFunction2<Dataset<Row>, Long> take = (rows, batch) -> {
            if (batch == failingBatch) {
                throw new IllegalStateException("planned failure");
            }
            List<String> files = rows.groupBy("file").count().collectAsList().stream()
                    .map(row -> row.getString(0) + " " + row.getLong(1))
                    .toList();
            batches.add(String.join(", ", new TreeSet<>(files)));
        };
        spark.readStream()
                .format("well")
                .options(options)
                .load(root.toString())
                .writeStream()
                .option("checkpointLocation", folder.resolve("checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .foreachBatch(take)
                .start()
                .awaitTermination();
        return batches;
    }

    private void age(String name, int hours) throws IOException {
        Files.setLastModifiedTime(root.resolve(name), FileTime.fromMillis(1_700_000_000_000L + 3_600_000L * hours));
    }
}
