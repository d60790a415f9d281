package org.spolia.experiment.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.spolia.experiment.utility.PlantedExperiment.DESIGN;
import static org.spolia.experiment.utility.PlantedExperiment.problems;
import static org.spolia.experiment.utility.PlantedExperiment.scores;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.planning.Designs;
import org.spolia.experiment.row.CostAucRow;
import org.spolia.experiment.row.OperatorTransfer;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;

class UtilityAnalysisTest {
    private static final List<String> PLANTED = List.of("exp in a", "exp in b", "exp in c", "exp in d", "log in a");
    private static final UtilityTables FOUND = tables(problems(), scores(0, 0.1), List.of());

    @Test
    void plantedEffectsAreFoundAndOthersAreNot() {
        int experiments = 10;
        double falseShares = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            List<String> found = discoveries(tables(problems(), scores(experiment, 0.1), List.of()));
            assertThat(found).containsAll(PLANTED);
            falseShares += 1 - (double) PLANTED.size() / found.size();
        }
        // The rate is below 0.1; the standard error of the mean is about 0.04.
        assertThat(falseShares / experiments).isLessThan(0.2);
    }

    @Test
    void anEffectComesWithItsInterval() {
        OperatorUtility useful = row(OperatorUtility.ALL, "exp", null);
        assertThat(useful.effect()).isCloseTo(0.1, within(0.02));
        assertThat(number(useful.lower())).isLessThan(0.1);
        assertThat(number(useful.upper())).isGreaterThan(0.1);
        assertThat(useful.problems()).isEqualTo(48);
        assertThat(useful.blocks()).isEqualTo(144);
    }

    /**
     * Effects of three standard errors: a t-test of twelve problems at level 0.05 finds them with the power 0.7796
     * (scipy 1.17.1, see PlantedEffectsTest of statistics). The standard error of the share over 125 tests is 0.037.
     */
    @Test
    void thePowerIsThePlannedOne() {
        int experiments = 25;
        long found = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            found += tables(problems(), scores(100 + experiment, 0.03883726732577014), List.of()).utilities().stream()
                    .filter(row -> row.level().equals(OperatorUtility.FIELD))
                    .filter(row ->
                            "exp".equals(row.factor()) || ("log".equals(row.factor()) && "a".equals(row.field())))
                    .filter(row -> number(row.pValue()) <= 0.05)
                    .count();
        }

        assertThat(found / (5.0 * experiments)).isCloseTo(0.7796, within(0.11));
    }

    @Test
    void whatDependsOnTheFieldIsTold() {
        assertThat(row(OperatorUtility.DESIGN, null, null).interactionPValue()).isLessThan(0.01);
        assertThat(row(OperatorUtility.ALL, "log", null).interactionPValue()).isLessThan(0.01);
        assertThat(row(OperatorUtility.ALL, "exp", null).interactionPValue()).isGreaterThan(0.05);
    }

    @Test
    void aProblemOrAFieldDoesNotJudgeItself() {
        // Field a is the only one where log helps, so the others predict no effect for it, and its problems predict one
        // another.
        assertThat(row(OperatorUtility.FIELD, "log", "a").utilityWithout()).isCloseTo(0, within(0.02));
        assertThat(at(OperatorUtility.PROBLEM))
                .filteredOn(row -> "log".equals(row.factor()) && "a".equals(row.field()))
                .hasSize(12)
                .allSatisfy(row -> assertThat(row.utilityWithout()).isBetween(0.04, 0.14))
                .allSatisfy(row -> assertThat(row.inFormula()).isFalse());
        assertThat(at(OperatorUtility.PROBLEM))
                .filteredOn(row -> "exp".equals(row.factor()))
                .allSatisfy(row -> assertThat(row.inFormula()).isTrue());
    }

    @Test
    void fieldsThatShareUsefulOperatorsTransfer() {
        assertThat(FOUND.transfers()).hasSize(16);
        assertThat(FOUND.transfers())
                .extracting(OperatorTransfer::correlation)
                .allSatisfy(correlation -> assertThat(correlation).isBetween(0.0, 1.0));
        assertThat(transfer("b", "c")).isGreaterThan(transfer("b", "a"));
    }

    @Test
    void theOrderOfTheScoresDoesNotMatter() {
        List<TrialScore> shuffled = new ArrayList<>(scores(0, 0.1));
        Collections.shuffle(shuffled, new Random(5));

        assertThat(tables(problems(), shuffled, List.of())).isEqualTo(FOUND);
    }

    @Test
    void onlyCompleteBlocksCount() {
        List<TrialScore> partial = new ArrayList<>(scores(0, 0.1));
        partial.remove(0);

        OperatorUtility row = tables(problems(), partial, List.of()).utilities().stream()
                .filter(utility -> PlantedExperiment.id(0).equals(utility.problemId()))
                .findFirst()
                .orElseThrow();
        assertThat(row.blocks()).isEqualTo(2);
    }

    @Test
    void withoutACompleteBlockThereAreReasons() {
        UtilityTables nothing = tables(problems(), scores(0, 0.1).subList(0, 5), List.of());

        assertThat(nothing.utilities())
                .hasSize(11)
                .allMatch(row ->
                        row.effect() == null && String.valueOf(row.reason()).contains("has a block"));
        assertThat(nothing.transfers()).isEmpty();
        assertThat(nothing.areas()).hasSize(4).allMatch(row -> row.auc() == null && row.reason() != null);
    }

    /** Pairs with equal fits; the one with exp extrapolates better and has, on one problem of four, one node fewer. */
    @Test
    void aUsefulOperatorMakesALawCheapByUtility() {
        List<LawScore> laws = new ArrayList<>();
        for (int problem = 0; problem < 4; problem++) {
            String id = PlantedExperiment.id(problem);
            laws.add(law(id, "t" + problem, 6, "exp", 1e-3));
            laws.add(law(id, "t" + problem, problem == 0 ? 7 : 6, "placebo1", 1e-1));
        }
        List<CostAucRow> areas = tables(problems(), scores(0, 0.1), laws).areas();

        assertThat(area(areas, CostAucRow.NODES)).isEqualTo(0.625);
        assertThat(area(areas, CostAucRow.UTILITY)).isEqualTo(1);
        assertThat(area(areas, CostAucRow.SHUFFLED)).isLessThan(1);
        assertThat(areas).filteredOn(row -> row.problemId() == null).allMatch(row -> row.pairs() == 4);
        assertThat(areas).filteredOn(row -> row.problemId() != null).hasSize(16);
    }

    @Test
    void oneProblemHasEffectsAndNoErrors() {
        ProblemRow only = PlantedExperiment.problem(PlantedExperiment.id(0), "a");
        UtilityTables single = tables(List.of(only), scores(0, 0.1), List.of());

        assertThat(single.utilities())
                .filteredOn(row -> row.level().equals(OperatorUtility.ALL))
                .hasSize(11)
                .allMatch(row -> row.effect() != null && row.standardError() == null && row.lower() == null)
                .allMatch(row -> number(row.leastPValue()) == 1);
        assertThat(single.transfers()).hasSize(1);
        assertThat(single.transfers().get(0).reason()).isEqualTo("the field has no other problem");
    }

    private static LawScore law(String problem, String trial, int size, String operator, double ood) {
        return new LawScore(
                problem, Designs.of(DESIGN).sets().get(0), trial, size, Map.of(operator, 1, "+", 1), 1e-3, ood);
    }

    private static UtilityTables tables(List<ProblemRow> problems, List<TrialScore> scores, List<LawScore> laws) {
        return UtilityAnalysis.of("e", List.of(DESIGN), problems, scores).tables(laws.iterator());
    }

    /** What is significant in a field at a false discovery rate of 0.1. */
    private static List<String> discoveries(UtilityTables tables) {
        return tables.utilities().stream()
                .filter(row -> row.level().equals(OperatorUtility.FIELD) && number(row.adjustedPValue()) <= 0.1)
                .map(row -> row.factor() + " in " + row.field())
                .toList();
    }

    private static List<OperatorUtility> at(String level) {
        return FOUND.utilities().stream()
                .filter(row -> row.level().equals(level))
                .toList();
    }

    private static OperatorUtility row(String level, @Nullable String factor, @Nullable String field) {
        return at(level).stream()
                .filter(row -> Objects.equals(row.factor(), factor) && Objects.equals(row.field(), field))
                .findFirst()
                .orElseThrow();
    }

    private static double transfer(String source, String target) {
        return FOUND.transfers().stream()
                .filter(row ->
                        row.sourceField().equals(source) && row.targetField().equals(target))
                .mapToDouble(row -> number(row.correlation()))
                .findFirst()
                .orElseThrow();
    }

    private static double area(List<CostAucRow> areas, String measure) {
        return areas.stream()
                .filter(row -> row.measure().equals(measure) && row.problemId() == null)
                .mapToDouble(row -> number(row.auc()))
                .findFirst()
                .orElseThrow();
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
