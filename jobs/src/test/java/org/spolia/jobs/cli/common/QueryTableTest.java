package org.spolia.jobs.cli.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.WithSpark;

@WithSpark
class QueryTableTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write(SparkSession spark) {
        spark.range(0, 100, 1, 5)
                .selectExpr(
                        "id",
                        "CAST(id % 7 AS float) / 8 AS x",
                        "id % 2 = 0 AS even",
                        "CAST(id AS decimal(20, 3)) / 4 AS money",
                        "'name' AS label",
                        "array(id, 1) AS pair",
                        "nullif(id, 17) AS gap",
                        "id + 9007199254740993 AS large")
                .createOrReplaceTempView("made");
        spark.table("made").write().parquet(folder.resolve("t.parquet").toString());
        spark.table("made").write().format("delta").save(folder.resolve("t").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.parquet", "t"})
    void numbersAreReadInTheOrderOfTheirValues(String name, SparkSession spark) {
        QueryTable table = open(spark, name, Optional.empty());

        assertThat(table.columns()).startsWith("id", "x", "even");
        double[][] columns = table.read(List.of("x", "id", "even", "money"));
        assertThat(columns[0][0]).isZero();
        assertThat(columns[0]).isSorted();
        assertThat(List.of(columns[1][0], columns[1][1], columns[1][14])).containsExactly(0.0, 7.0, 98.0);
        for (int row = 0; row < 100; row++) {
            double id = columns[1][row];
            assertThat(columns[0][row]).isEqualTo(id % 7 / 8);
            assertThat(columns[2][row]).isEqualTo(1 - id % 2);
            assertThat(columns[3][row]).isEqualTo(id / 4);
        }
    }

    @Test
    void aQuerySelectsRowsAndComputesColumns(SparkSession spark) {
        QueryTable table = open(
                spark, "t.parquet", Optional.of("SELECT pair[0] * 2 AS twice, gap FROM data WHERE gap IS NOT NULL"));

        assertThat(table.columns()).containsExactly("twice", "gap");
        double[][] columns = table.read(List.of("twice", "gap"));
        assertThat(columns[0]).hasSize(99);
        assertThat(columns[0][98]).isEqualTo(198);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label  | 'label': is of type string  | --features
            pair   | is of type array<bigint>    | --query
            gap    | 'gap': 'null' is not a value    | WHERE
            large  | more digits than a double   | scale it
            mony   | no column 'mony'            | did you mean 'money'?
            """)
    void mistakesAreNamed(String column, String problem, String remedy, SparkSession spark) {
        QueryTable table = open(spark, "t", Optional.empty());
        assertThatThrownBy(() -> table.read(List.of("id", column)))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith(folder.resolve("t").toString())
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @Test
    void filesAreRecognised() {
        assertThat(FilePlace.recognise("some/data.csv")).isEmpty();
        assertThat(FilePlace.recognise("well:a/b;steps=0:4"))
                .contains(new FilePlace("well", "a/b", Map.of("steps", "0:4")));
        assertThatThrownBy(() -> FilePlace.recognise("sim.h5"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("well:sim.h5");
    }

    private static QueryTable open(SparkSession spark, String name, Optional<String> query) {
        FilePlace place = FilePlace.recognise(folder.resolve(name).toString()).orElseThrow();
        return QueryTable.open(spark, place, query);
    }
}
