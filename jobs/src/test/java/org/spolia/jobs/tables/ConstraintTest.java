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
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.CostAucRow;
import org.spolia.experiment.row.EncoderSimilarity;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.OperatorTransfer;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.experiment.row.Score;
import org.spolia.experiment.row.SetComparison;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** Tables refuse NaN and infinity everywhere, for any writer. */
@WithSpark
@ParameterizedClass
@ValueSource(strings = {"pages", "delta"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstraintTest {
    @Parameter
    private String writer = "";

    private Warehouse warehouse;

    @BeforeAll
    void create(SparkSession spark, @TempDir Path folder) {
        spark.conf().set("spark.spolia.writer", writer);
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
    void aScoreWithoutANumberHasAReason() {
        assertThatCode(() -> append(Table.SCORES, score(null, "reason"))).doesNotThrowAnyException();
        assertRefused("reason_for_null", Table.SCORES, score(null, null));
        assertRefused("finite_nmse", Table.SCORES, score(Double.NaN, null));
    }

    @Test
    void aUtilityHasTheKeysOfItsLevel() {
        assertThatCode(() -> append(Table.OPERATOR_UTILITY, utility("all", "exp", null, 0.1)))
                .doesNotThrowAnyException();
        assertThatCode(() -> append(Table.OPERATOR_UTILITY, utility("field", "exp", "fluids", 0.1)))
                .doesNotThrowAnyException();
        assertRefused("what_the_level_is_about", Table.OPERATOR_UTILITY, utility("all", "exp", "fluids", 0.1));
        assertRefused("what_the_level_is_about", Table.OPERATOR_UTILITY, utility("all", null, null, 0.1));
        assertRefused("finite_effect", Table.OPERATOR_UTILITY, utility("all", "exp", null, Double.NaN));
        assertRefused("reason_for_null", Table.OPERATOR_UTILITY, utility("all", "exp", null, null));
    }

    @Test
    void transfersAndAreasAreBounded() {
        assertRefused(
                "bounded_correlation",
                Table.OPERATOR_TRANSFER,
                new OperatorTransfer("e", "d", "fluids", "fluids", 3, 3, Double.NaN, null));
        assertRefused(
                "bounded_auc",
                Table.COST_AUC,
                new CostAucRow("e", "d", "nodes", null, 3, 9, 1.5, null, null, null, null, null, null));
        assertRefused(
                "reason_for_null",
                Table.COST_AUC,
                new CostAucRow("e", "d", "nodes", null, 0, 0, null, null, null, null, null, null, null));
    }

    @Test
    void aComparisonIsBoundedOrHasAReason() {
        assertThatCode(() -> append(Table.SET_COMPARISONS, comparison("test", 0.5, null)))
                .doesNotThrowAnyException();
        assertRefused("reason_for_null", Table.SET_COMPARISONS, comparison("test", null, null));
        assertRefused("bounded_score", Table.SET_COMPARISONS, comparison("test", 1.5, null));
        assertRefused("bounded_score", Table.SET_COMPARISONS, comparison("test", Double.NaN, null));
        assertRefused("known_measure", Table.SET_COMPARISONS, comparison("inside", 0.5, null));
    }

    private static SetComparison comparison(String measure, @Nullable Double score, @Nullable String reason) {
        return new SetComparison(
                "e", "plain", measure, 1, null, 3, 6, null, score, null, null, null, null, null, null, null, null, null,
                null, null, reason);
    }

    @Test
    void aConceptSavesSomethingOrHasAReason() {
        assertThatCode(() -> append(Table.CONCEPTS, concept(null, 0, 1, 4.0, null)))
                .doesNotThrowAnyException();
        assertThatCode(() -> append(Table.CONCEPTS, concept(null, 1, 1, -4.0, null)))
                .doesNotThrowAnyException();
        assertThatCode(() -> append(Table.CONCEPTS, concept("fluids", 0, 0, null, "reason")))
                .doesNotThrowAnyException();
        assertRefused("saves_something", Table.CONCEPTS, concept(null, 0, 1, -4.0, null));
        assertRefused("finite_saved", Table.CONCEPTS, concept(null, 1, 1, Double.NaN, null));
        assertRefused("reason_for_null", Table.CONCEPTS, concept(null, 0, 0, null, null));
    }

    @Test
    void aScoreOfAProbeIsPossibleOrHasAReason() {
        assertThatCode(() -> append(Table.PROBE_SCORES, probeScore("r2", -40.0, 0.1, null)))
                .doesNotThrowAnyException();
        assertThatCode(() -> append(Table.PROBE_SCORES, probeScore("r2", null, null, "reason")))
                .doesNotThrowAnyException();
        assertThatCode(() -> append(Table.PROBE_SCORES, probeScore("iou_2", 0.5, 0.1, null)))
                .doesNotThrowAnyException();
        assertRefused("known_metric", Table.PROBE_SCORES, probeScore("iou2", 0.5, 0.1, null));
        assertRefused("possible_value", Table.PROBE_SCORES, probeScore("r2", 1.5, 0.1, null));
        assertRefused("possible_value", Table.PROBE_SCORES, probeScore("nrmse", -0.5, 0.1, null));
        assertRefused("choice_of_head", Table.PROBE_SCORES, probeScore("r2", 0.5, Double.NaN, null));
        assertRefused("reason_for_null", Table.PROBE_SCORES, probeScore("r2", null, 0.1, null));
        assertRefused(
                "measure_of_one_or_two",
                Table.ENCODER_SIMILARITY,
                new EncoderSimilarity("e", "d", "a", "u", null, null, "cka", 0.5, 20, null));
        assertRefused(
                "possible_value",
                Table.ENCODER_SIMILARITY,
                new EncoderSimilarity("e", "d", "a", "u", "b", "u", "mutual_neighbours", 1.5, 20, null));
    }

    private static ProbeScore probeScore(
            String metric, @Nullable Double value, @Nullable Double penalty, @Nullable String reason) {
        return new ProbeScore(
                "e", "name", "p", "d", "q", "a", "a", "u", 1, 1, "ridge", 16, 0, "test", "d", metric, value, 9, 9,
                penalty, null, null, null, reason);
    }

    private static ConceptRow concept(
            @Nullable String field, int draw, int place, @Nullable Double saved, @Nullable String reason) {
        boolean some = saved != null;
        return new ConceptRow(
                "e",
                field == null ? "nothing" : "field",
                field,
                null,
                null,
                draw,
                place,
                some ? "c(x) = exp(-x)" : null,
                some ? 1 : null,
                some ? 3 : null,
                saved,
                2,
                List.of("a", "b"),
                5,
                reason);
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

    private static Score score(@Nullable Double nmse, @Nullable String reason) {
        Double r2 = nmse == null ? null : 0.0;
        return new Score("d", "t", "law", 1, 1, "ood", 5, 0.5, nmse, r2, 0, 0, null, false, null, reason);
    }

    private static OperatorUtility utility(
            String level, @Nullable String factor, @Nullable String field, @Nullable Double effect) {
        return new OperatorUtility(
                "e",
                "d",
                level,
                factor,
                field,
                null,
                List.of("exp"),
                3,
                9,
                null,
                effect,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
