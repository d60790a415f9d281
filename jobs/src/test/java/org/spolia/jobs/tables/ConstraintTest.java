package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.Score;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** No NaN and no infinity gets into a table, in whatever place it comes. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstraintTest {
    private Warehouse warehouse;

    @BeforeAll
    void create(SparkSession spark, @TempDir Path folder) {
        warehouse = TestWarehouse.create(spark, folder);
    }

    @Test
    void observationsAreFinite() {
        assertThatCode(() -> append(Table.OBSERVATIONS, observation(1, 2, null)))
                .doesNotThrowAnyException();
        assertThatCode(() -> append(Table.OBSERVATIONS, observation(1, 2, new double[] {1, 2})))
                .doesNotThrowAnyException();
        assertRefused("finite_columns", Table.OBSERVATIONS, observation(Double.NaN, 2, null));
        assertRefused("finite_target", Table.OBSERVATIONS, observation(1, Double.NEGATIVE_INFINITY, null));
        assertRefused(
                "finite_truth", Table.OBSERVATIONS, observation(1, 2, new double[] {1, Double.POSITIVE_INFINITY}));
        assertRefused("block_of_rows", Table.OBSERVATIONS, observation(1, 2, new double[] {1}));
    }

    @Test
    void candidatesAreFinite() {
        assertThatCode(() -> append(Table.CANDIDATES, candidate(List.of(), 1))).doesNotThrowAnyException();
        assertThatCode(() -> append(Table.CANDIDATES, candidate(List.of(-Double.MAX_VALUE, -0.0), 1)))
                .doesNotThrowAnyException();
        assertRefused("finite_constants", Table.CANDIDATES, candidate(List.of(1.0, Double.NaN), 1));
        assertRefused("finite_constants", Table.CANDIDATES, candidate(List.of(Double.NEGATIVE_INFINITY), 1));
        assertRefused("finite_loss", Table.CANDIDATES, candidate(List.of(), Double.POSITIVE_INFINITY));
    }

    @Test
    void aScoreWithoutANumberSaysWhy() {
        assertThatCode(() ->
                        append(Table.SCORES, new Score("t", "law", 1, 1, "ood", 5, 0.5, null, null, 0, 0, "reason")))
                .doesNotThrowAnyException();
        assertRefused(
                "reason_for_null", Table.SCORES, new Score("t", "law", 1, 1, "ood", 5, 0.5, null, null, 0, 0, null));
        assertRefused(
                "finite_nmse", Table.SCORES, new Score("t", "law", 1, 1, "ood", 5, 1, Double.NaN, 0.0, 0, 0, null));
    }

    private void append(Table table, Record record) {
        warehouse.append(table, List.of(record));
    }

    private void assertRefused(String constraint, Table table, Record record) {
        long before = warehouse.state(table).version();
        assertThatThrownBy(() -> append(table, record)).hasStackTraceContaining("CHECK constraint " + constraint);
        assertThat(warehouse.state(table).version()).isEqualTo(before);
    }

    private static Observation observation(double first, double second, double @Nullable [] truth) {
        return new Observation(
                "d", "train", 0, 2, List.of("x"), new double[][] {{first, 0}}, new double[] {second, 0}, truth);
    }

    private static CandidateRow candidate(List<Double> constants, double loss) {
        return new CandidateRow("t", 1, 1, "x", 1, 1, Map.of(), constants, loss, true, true);
    }
}
