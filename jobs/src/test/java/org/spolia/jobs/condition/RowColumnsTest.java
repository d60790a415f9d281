package org.spolia.jobs.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.session.SessionOptions;
import org.spolia.jobs.session.SparkSessions;

class RowColumnsTest {
    private static SparkSession spark;
    private static Dataset<Row> rows;

    @BeforeAll
    static void open() {
        spark = SparkSessions.open(SessionOptions.local());
        rows = spark.sql(
                "SELECT 'train' AS split, 2 AS i, 1.5D AS d, 1.5F AS f, array(1.0D, 2.0D) AS flux, array(1.0F) AS half,"
                        + " TIMESTAMP '2020-01-01' AS t, named_struct('p', 1) AS s, true AS b, 'a' AS `user`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "split = 'train' AND d > 0",
                "pmod(hash(split), 32) < 33",
                "`user` = 'a'",
                "d BETWEEN 1 AND 2 AND i IN (1, 2, 3) AND NOT i <=> 3",
                "split LIKE 'tr%' AND split RLIKE '^t' AND split LIKE ANY ('t%', 'x') AND split NOT LIKE ALL ('x', 'y')",
                "CASE WHEN i > 1 THEN 'a' ELSE 'b' END = 'a'",
                "CAST(d AS DECIMAL(10, 2)) = 1.5 AND int('2') = i AND try_cast('x' AS INT) IS NULL",
                "exists(flux, x -> x > 1) AND aggregate(flux, 0D, (a, x) -> a + x) = 3",
                "size(filter(transform(flux, x -> x * 2), x -> x > 2)) = 1 AND flux[0] = 1 AND element_at(flux, 1) = 1",
                "s.p = 1 AND b IS TRUE AND ceil(d) = 2 AND floor(d, 0) = 1 AND contains(split, 'ra') AND trim(BOTH 't' FROM split) = 'rain'",
                "nullif(i, 3) = 2 AND nvl(i, 1) = 2 AND try_divide(i, 0) IS NULL AND coalesce(NULL, i) = 2 AND greatest(i, d) = 2",
                "substring(split FROM 2) = 'rain' AND position('r' IN split) = 2 AND split || 'x' = 'trainx' AND -i = -2 AND i % 2 = 0",
                "sqrt(f) > 1 AND log10(d) < 1 AND i div 2 = 1 AND (i & 3) = 2 AND startswith(split, 't') AND left(split, 1) = 't'",
                "t IS NOT NULL AND t = t AND try_element_at(flux, 9) IS NULL AND array_max(half) = 1.5 - 0.5",
            })
    void whatARowDeterminesIsAColumn(String text) {
        assertThat(rows.filter(RowColumns.of("train", text, rows)).count()).isEqualTo(1);
    }

    /** Texts that pass the check after parsing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "t > '2020-01-01'",
                "CAST(t AS STRING) = '2020-01-01 00:00:00'",
                "CAST('12:30' AS TIMESTAMP) IS NULL",
                "INTERVAL 1 DAY IS NULL",
                "count(DISTINCT i) > 1",
                "size(flux) FILTER (WHERE true) > 1",
                "limit_of_session > 1",
                "hash(*) > 1",
                "own(i) = 1",
                "sqrt(i) = 1 AND",
                "i = 1 2",
            })
    void nothingElseIs(String text) {
        spark.sql("DECLARE OR REPLACE VARIABLE limit_of_session INT DEFAULT 0");
        spark.udf().register("own", (UDF1<Integer, Integer>) i -> i, DataTypes.IntegerType);

        assertThatThrownBy(() -> RowColumns.of("Problem 'own': train", text, rows))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith("Problem 'own': train: ");
    }

    /** A session has registered its own code under a listed name. */
    @Test
    void aFunctionOfTheSessionDoesNotReplaceSparksFunction() {
        SparkSession other = spark.newSession();
        other.udf().register("sqrt", (UDF1<Integer, Double>) i -> 1.0, DataTypes.DoubleType);
        Dataset<Row> theirs = other.sql("SELECT 4 AS i");

        assertThat(theirs.select(RowColumns.of("train", "sqrt(i)", theirs))
                        .head()
                        .getDouble(0))
                .isEqualTo(2);
    }
}
