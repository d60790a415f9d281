package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.jobs.WithSpark;

/** Delta tables with plain Parquet files, and others. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongArraysTest {
    private static final String BY_PAGES = "by pages";

    private Path folder;
    private SparkSession spark;

    @BeforeAll
    void teach(SparkSession session, @TempDir Path temporary) {
        folder = temporary;
        spark = session;
        LongArrays.teach(spark);
        LongArrays.teach(spark);
        make("plain", "");
    }

    @Test
    void arraysOfATableAreReadByPagesIfASessionSaysSo() {
        assertThat(plan(read("plain"))).doesNotContain(BY_PAGES);
        List<Row> usual = read("plain").orderBy("id").collectAsList();

        Dataset<Row> told = told("plain");
        assertThat(plan(told)).containsOnlyOnce(BY_PAGES);
        assertThat(told.orderBy("id").collectAsList()).isEqualTo(usual);
        assertThat(told.filter("id > 30").select("field", "id").collectAsList()).hasSize(9);
        assertThat(told.collectAsList())
                .as("without an operator above the scan")
                .hasSize(40);
    }

    @Test
    void aSessionMayLeaveAllReadingToSpark() {
        SparkSession other = telling();
        other.conf().set("spark.spolia.reader", "spark");
        Dataset<Row> left =
                other.read().format("delta").load(folder.resolve("plain").toString());

        assertThat(plan(left)).doesNotContain(BY_PAGES);
        assertThat(left.count()).isEqualTo(40);
    }

    @Test
    void columnsWithoutArraysAreReadAsUsual() {
        Dataset<Row> told = told("plain").select("id");

        assertThat(plan(told)).contains("ColumnarToRow").contains("Batched: true");
        assertThat(told.count()).isEqualTo(40);
    }

    @Test
    void aColumnAddedLaterIsNullInOldFiles() {
        String path = folder.resolve("later").toString();
        make("later", "");
        spark.sql("ALTER TABLE delta.`" + path + "` ADD COLUMNS (later ARRAY<FLOAT>)");
        spark.sql("INSERT INTO delta.`" + path + "` VALUES (40, ARRAY(1f), ARRAY(2f))");
        Dataset<Row> told = told("later");

        assertThat(plan(told)).contains(BY_PAGES);
        assertThat(told.filter("later IS NULL AND size(field) = 100").count()).isEqualTo(40);
        assertThat(told.filter("later[0] = 2").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'delta.enableDeletionVectors' = 'true'", "'delta.columnMapping.mode' = 'name'"})
    void otherTablesAreReadAsUsual(String kind) {
        String name = "other" + kind.length();
        make(name, "TBLPROPERTIES (" + kind + ")");
        spark.sql("DELETE FROM delta.`" + folder.resolve(name) + "` WHERE id % 4 = 0");

        assertThat(plan(told(name))).doesNotContain(BY_PAGES);
        assertThat(told(name).select("field").collectAsList()).hasSize(30);
    }

    /** Creates a table of forty rows. */
    private void make(String name, String kind) {
        String path = folder.resolve(name).toString();
        spark.sql("CREATE TABLE delta.`" + path + "` (id INT, field ARRAY<FLOAT>) USING delta " + kind);
        spark.sql("INSERT INTO delta.`" + path
                + "` SELECT int(id), transform(sequence(1, 100), x -> float(x * id)) FROM range(0, 40, 1, 2)");
    }

    private Dataset<Row> read(String name) {
        return spark.read().format("delta").load(folder.resolve(name).toString());
    }

    /** Reads with a session that has the setting. */
    private Dataset<Row> told(String name) {
        return telling().read().format("delta").load(folder.resolve(name).toString());
    }

    private SparkSession telling() {
        SparkSession other = ((org.apache.spark.sql.classic.SparkSession) spark).cloneSession();
        other.conf().set(LongArrays.BY_PAGES, "true");
        // Without it Spark reads no columns in batches.
        other.conf().set("spark.sql.codegen.wholeStage", "true");
        return other;
    }

    private static String plan(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .executedPlan()
                .toString();
    }
}
