package org.spolia.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.source.file.ReadMetrics;

/**
 * In addition to sound files, there is one whose velocity cannot be decoded from step 2 on. A read that fails has read
 * it, and a read that succeeds has not.
 */
@WithSpark
class PushdownTest {
    @TempDir
    private Path folder;

    private Dataset<Row> well;

    @BeforeEach
    void addDamagedFile(SparkSession spark) {
        Samples.copy(folder.resolve("all"));
        Samples.put(Samples.damaged(), folder.resolve("all/valid/broken.hdf5"));
        well = spark.read()
                .format("well")
                .option("target-bytes", "1")
                .load(folder.resolve("all").toString());
    }

    @Test
    void aDamagedFileFailsInOneLineThatNamesIt() {
        assertThatThrownBy(well::collectAsList)
                .hasStackTraceContaining("valid/broken.hdf5:/t1_fields/velocity: ")
                .hasStackTraceContaining("DamagedHdf5Exception");
    }

    @Test
    void skippingLeavesOutTheWholeFile(SparkSession spark) {
        Samples.put(Samples.damaged(), folder.resolve("all/first.hdf5"));
        Dataset<Row> skipping = spark.read()
                .format("well")
                .option("on-error", "skip")
                .option("target-bytes", "1")
                .load(folder.resolve("all").toString());
        assertThat(skipping.collectAsList())
                .hasSize(13)
                .noneMatch(row -> row.isNullAt(1) || row.getString(0).contains("broken"));
        assertThat(skipping.limit(3).collectAsList()).hasSize(3);
        assertThat(skipping.select("density").collectAsList()).hasSize(21);
    }

    @Test
    void anUnusedColumnIsNotRead() {
        assertThat(well.select("density", "time").collectAsList()).hasSize(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "step < 2",
                "step IN (0, 1)",
                "file <> 'valid/broken.hdf5'",
                "split = 'train'",
                "split IS NULL OR split LIKE 'tr%'",
                "parameter_mu BETWEEN 0.1 AND 1.5",
                "parameter_nu = 3",
                "trajectory = 1",
                "_file_path NOT LIKE '%broken%'",
            })
    void aFilterOnKeysSkipsUnwantedRows(String filter) {
        Dataset<Row> filtered = well.filter(filter);
        assertThat(filtered.select("velocity_x", "file").collectAsList())
                .hasSize((int) filtered.count())
                .isNotEmpty();
        assertThat(filtered.queryExecution().executedPlan().toString()).doesNotContainPattern("\\bFilter ");
    }

    @Test
    void filtersGiveTheSameRowsAsSpark(SparkSession spark) {
        Dataset<Row> keys = well.select("file", "split", "trajectory", "step", "parameter_mu", "parameter_nu");
        Dataset<Row> plain = spark.createDataFrame(keys.collectAsList(), keys.schema());
        for (String filter : new String[] {
            "step % 2 = 1 AND NOT trajectory = 0",
            "step = 1 OR trajectory = 1",
            "parameter_nu <> 3",
            "parameter_nu <=> NULL",
            "NOT (parameter_nu = 3)",
            "upper(split) = 'TRAIN' AND step >= 1 AND parameter_mu > 0.5",
            "step = trajectory",
            "length(file) + step > 14",
            "split IN ('train', NULL)"
        }) {
            assertThat(well.filter(filter).select("file", "trajectory", "step").collectAsList())
                    .as(filter)
                    .containsExactlyInAnyOrderElementsOf(plain.filter(filter)
                            .select("file", "trajectory", "step")
                            .collectAsList());
            assertThat(well.filter(filter).count())
                    .as(filter)
                    .isEqualTo(plain.filter(filter).count());
        }
    }

    /** A table of rows has neither trajectories nor steps, even if columns have these names. */
    @Test
    void columnsWithNamesOfKeysAreOrdinaryColumns(SparkSession spark) {
        Dataset<Row> rows = spark.range(3).selectExpr("id AS step", "id AS trajectory");
        for (String filter : new String[] {"step = 1", "trajectory = 1"}) {
            Filter node = (Filter) rows.filter(filter).queryExecution().analyzed();
            assertThat(new KeyFilters(new StructType(), List.of()).add(node.condition()))
                    .isFalse();
            assertThat(new KeyFilters(well.schema(), List.of()).add(node.condition()))
                    .isTrue();
        }
    }

    @Test
    void rowsAreCountedFromHeaders() {
        assertThat(well.count()).isEqualTo(17);
        assertThat(well.groupBy().count().queryExecution().executedPlan().toString())
                .contains("LocalTableScan")
                .doesNotContain("BatchScan");
        assertThat(well.filter("size(velocity_x) > 0 AND split = 'train'").count())
                .isEqualTo(11);
        assertThat(well.groupBy("split").count().count()).isEqualTo(2);
    }

    @Test
    void aLimitEndsThePlanAfterEnoughFiles() {
        assertThat(well.select("velocity_x")
                        .limit(3)
                        .queryExecution()
                        .executedPlan()
                        .toString())
                .contains("BatchScan");
        assertThat(well.limit(3).collectAsList()).hasSize(3);
        assertThat(well.select("velocity_x", "velocity_y", "density")
                        .limit(2)
                        .rdd()
                        .getNumPartitions())
                .isEqualTo(1);
    }

    @Test
    void theSizeOfAReadIsKnownFromHeaders() {
        assertThat(bytes(well.select("density"))).isEqualTo(17 * 24 * Float.BYTES);
        assertThat(bytes(well.select("density").filter("step = 0"))).isEqualTo(5 * 24 * Float.BYTES);
    }

    @Test
    void thePlanDescribesTheRead() {
        Dataset<Row> rows = well.select("density").filter("step = 0");
        assertThat(rows.queryExecution().executedPlan().toString())
                .contains("4 files in 5 partitions, " + 5 * 24 * Float.BYTES + " bytes");
    }

    /** A file of four chunks, each a partition of its own. */
    @Test
    void readsAreCounted() {
        Dataset<Row> rows = well.filter("file = 'train/a.hdf5'").select("velocity_x");
        assertThat(rows.collectAsList()).hasSize(8);
        assertThat(counted(rows, ReadMetrics.PLANNED_FILES)).isEqualTo(1);
        assertThat(counted(rows, ReadMetrics.PLANNED_BYTES)).isEqualTo(8 * 24 * Float.BYTES);
        assertThat(counted(rows, ReadMetrics.FILES)).isEqualTo(4);
        assertThat(counted(rows, ReadMetrics.CHUNKS)).isEqualTo(4);
        assertThat(counted(rows, ReadMetrics.READS)).isEqualTo(4);
        assertThat(counted(rows, ReadMetrics.BYTES))
                .isEqualTo(4 * folder.resolve("all/train/a.hdf5").toFile().length());
    }

    private static long counted(Dataset<Row> rows, String metric) {
        return rows.queryExecution()
                .executedPlan()
                .collectLeaves()
                .head()
                .metrics()
                .apply(metric)
                .value();
    }

    private static long bytes(Dataset<Row> rows) {
        return rows.queryExecution()
                .optimizedPlan()
                .collectLeaves()
                .head()
                .stats()
                .sizeInBytes()
                .toLong();
    }
}
