package org.spolia.jobs.tables.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

@WithSpark
class DigestTest {
    @TempDir
    private Path folder;

    @Test
    void filesCommitsAndTheOrderOfRowsDoNotMatter(SparkSession spark) {
        Warehouse one = TestWarehouse.create(spark, folder.resolve("one"));
        one.append(Table.CANDIDATES, candidates(spark, 0, 200, "1.0D").coalesce(1));
        Warehouse other = TestWarehouse.create(spark, folder.resolve("other"));
        other.append(
                Table.CANDIDATES,
                candidates(spark, 100, 200, "1.0D")
                        .orderBy(functions.desc("trial_id"))
                        .repartition(5));
        other.append(Table.CANDIDATES, candidates(spark, 0, 100, "1.0D").repartition(2));
        spark.sql("OPTIMIZE candidates");

        assertThat(digest(one)).isEqualTo(digest(other));
        assertThat(digest(one).rows()).isEqualTo(200);
    }

    @Test
    void oneBitMatters(SparkSession spark) {
        Digest reference = Digest.of(Table.CANDIDATES, candidates(spark, 0, 10, "1.0D"));

        assertThat(Digest.of(Table.CANDIDATES, candidates(spark, 0, 10, "1.0000000000000002D")))
                .isNotEqualTo(reference);
    }

    @Test
    void zeroHasASign(SparkSession spark) {
        assertThat(Digest.of(Table.CANDIDATES, candidates(spark, 0, 10, "0.0D")))
                .isNotEqualTo(Digest.of(Table.CANDIDATES, candidates(spark, 0, 10, "-0.0D")));
    }

    @Test
    void moreRowsThanOnePartitionHoldsHaveOneOrder(SparkSession spark) {
        Dataset<Row> rows = candidates(spark, 0, 120_000, "1.0D");

        assertThat(Digest.of(Table.CANDIDATES, rows.repartition(3))).isEqualTo(Digest.of(Table.CANDIDATES, rows));
    }

    @Test
    void tablesThatDependOnTheTimeAreLeftOut() {
        assertThat(Arrays.stream(Table.values())
                        .filter(table -> !table.definition().inDigest()))
                .containsExactlyInAnyOrder(Table.ATTEMPTS, Table.WATCHED_LAWS);
    }

    private static Digest digest(Warehouse warehouse) {
        return Digest.of(Table.CANDIDATES, warehouse.read(Table.CANDIDATES));
    }

    private static Dataset<Row> candidates(SparkSession spark, int from, int to, String loss) {
        return spark.range(from, to, 1, 2)
                .selectExpr(
                        "concat('t', id % 7) AS trial_id",
                        "CAST(id AS INT) AS complexity",
                        "1 AS rank",
                        "'x' AS expression",
                        "1 AS size",
                        "1 AS depth",
                        "map('+', CAST(id AS INT), '*', 1) AS operators",
                        "array(CAST(id AS DOUBLE)) AS constants",
                        loss + " AS loss",
                        "CAST(NULL AS DOUBLE) AS held_out_loss",
                        "CAST(NULL AS DOUBLE) AS held_out_error",
                        "true AS pareto",
                        "false AS selected");
    }
}
