package org.spolia.experiment.prior;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.operator.ComplexityPrior;
import org.spolia.experiment.configuration.operator.CostSource;
import org.spolia.experiment.configuration.operator.LeftOut;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.symbolic.search.options.OperatorComplexity;

class OperatorPriorsTest {
    private static final List<String> OPERATORS = List.of("+", "exp", "sin");

    private static final ProblemRow SWING = problem("swing", "mechanics", Map.of("sin", 2, "+", 1));
    private static final ProblemRow WAVE = problem("wave", "mechanics", Map.of("sin", 1));
    private static final ProblemRow GROWTH = problem("growth", "biology", Map.of("exp", 1, "+", 1));
    private static final ProblemRow ELSEWHERE = problem("elsewhere", "geology", Map.of("+", 1));
    private static final List<ProblemRow> PROBLEMS = List.of(SWING, WAVE, GROWTH, ELSEWHERE);

    private static final List<OperatorUtility> UTILITIES = List.of(
            utility("all", "exp", null, null, 0.1, null),
            utility("all", "sin", null, null, 0.2, null),
            utility("field", "exp", "mechanics", null, -0.05, 0.15),
            utility("field", "sin", "mechanics", null, 0.3, 0.0),
            utility("field", "exp", "biology", null, 0.25, -0.05),
            utility("field", "sin", "biology", null, 0.0, 0.3),
            utility("problem", "exp", "mechanics", "swing", -0.05, -0.02),
            utility("problem", "sin", "mechanics", "swing", 0.3, 0.4));

    @Test
    void uniformCostsNothingToSay() {
        assertThat(complexities(ComplexityPrior.UNIFORM, SWING)).isEmpty();
    }

    @Test
    void commonOperatorsOfTheOtherFormulasCostLess() {
        // Counts without swing: sin 1, exp 1, + 2. With half an occurrence each of 5.5: -log2 of 1.5 and 2.5 parts are
        // 1.874 and 1.138 bits;
        // the corpus mean (1.874 + 1.874 + 2 · 1.138) / 4 is 1.506.
        assertThat(complexities(prior(CostSource.CORPUS, "", LeftOut.PROBLEM, ""), SWING))
                .containsExactlyInAnyOrderEntriesOf(Map.of("+", 0.755, "exp", 1.245, "sin", 1.245));
    }

    @Test
    void aFieldThatIsLeftOutTeachesNothing() {
        Map<String, Double> costs = complexities(prior(CostSource.CORPUS, "", LeftOut.FIELD, ""), SWING);
        assertThat(costs.get("sin")).isGreaterThan(costs.get("exp"));
    }

    @Test
    void aProblemLearnsFromTheOthersAlone() {
        Map<String, Double> costs = complexities(utility(LeftOut.PROBLEM, ""), SWING);
        // Probabilities are as exp(10 utility), where + counts as the mean of the others, 0.19; costs are -log2 of
        // them, then scaled.
        double total = Math.exp(-0.2) + Math.exp(4) + Math.exp(1.9);
        double bitsOfExp = Math.log(total) + 0.2;
        double bitsOfSin = Math.log(total) - 4;
        double bitsOfSum = Math.log(total) - 1.9;
        assertThat(cost(costs, "exp") / cost(costs, "+")).isCloseTo(bitsOfExp / bitsOfSum, within(0.005));
        assertThat(cost(costs, "sin") / cost(costs, "+")).isCloseTo(bitsOfSin / bitsOfSum, within(0.005));
        assertThat(complexities(utility(LeftOut.PROBLEM, ""), WAVE).get("sin"))
                .as("of a problem that was in no experiment, its field is known")
                .isLessThan(complexities(utility(LeftOut.PROBLEM, ""), WAVE).get("exp"));
    }

    @Test
    void aFieldLearnsFromTheOthersAlone() {
        Map<String, Double> costs = complexities(utility(LeftOut.FIELD, ""), SWING);
        assertThat(costs.get("exp")).isLessThan(costs.get("sin"));
    }

    @Test
    void anotherFieldCanBeAsked() {
        Map<String, Double> costs = complexities(utility(LeftOut.PROBLEM, "biology"), SWING);
        assertThat(costs.get("exp")).isLessThan(costs.get("sin"));
        assertThatThrownBy(() -> complexities(utility(LeftOut.PROBLEM, "biologie"), SWING))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("Field 'biologie'")
                .hasMessageContaining("did you mean 'biology'?");
    }

    @Test
    void aLawOfOnesOwnLearnsFromAllOfItsField() {
        Map<String, Double> costs = ofField("biology");
        assertThat(costs.get("exp")).isLessThan(costs.get("sin"));
        assertThat(ofField("mechanics").get("sin")).isLessThan(cost(costs, "sin"));
        assertThatThrownBy(() -> ofField("biologie"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("did you mean 'biology'?");
    }

    private static Map<String, Double> ofField(String field) {
        ComplexityPrior prior = utility(LeftOut.PROBLEM, field);
        return new OperatorPriors(List.of(prior), PROBLEMS, name -> UTILITIES)
                .complexities(prior, OPERATORS).stream()
                        .collect(Collectors.toMap(OperatorComplexity::operator, OperatorComplexity::complexity));
    }

    @Test
    void aNewFieldLearnsFromAll() {
        Map<String, Double> costs = complexities(utility(LeftOut.FIELD, ""), ELSEWHERE);
        assertThat(costs.get("sin")).isLessThan(costs.get("exp"));
    }

    @Test
    void shufflingKeepsTheCostsAndChangesTheirOwners() {
        ComplexityPrior prior = prior(CostSource.SHUFFLED, "earlier", LeftOut.PROBLEM, "");
        OperatorPriors priors = new OperatorPriors(List.of(prior), PROBLEMS, experiment -> UTILITIES);
        List<List<OperatorComplexity>> dealt = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            dealt.add(priors.complexities(prior, SWING, OPERATORS, seed));
        }
        assertThat(dealt).contains(dealt.get(0));
        assertThat(dealt.stream().distinct().count()).isGreaterThan(2);
    }

    @Test
    void otherUtilitiesAreAnotherExperiment() {
        ComplexityPrior prior = utility(LeftOut.PROBLEM, "");
        List<OperatorUtility> others = new ArrayList<>(UTILITIES);
        others.set(0, utility("all", "exp", null, null, 0.11, null));
        assertThat(new OperatorPriors(List.of(prior), PROBLEMS, experiment -> UTILITIES).hashes())
                .isEqualTo(new OperatorPriors(List.of(prior), PROBLEMS, experiment -> UTILITIES).hashes())
                .isNotEqualTo(new OperatorPriors(List.of(prior), PROBLEMS, experiment -> others).hashes());
    }

    private static double cost(Map<String, Double> costs, String operator) {
        return requireNonNull(costs.get(operator));
    }

    private static Map<String, Double> complexities(ComplexityPrior prior, ProblemRow problem) {
        return new OperatorPriors(List.of(prior), PROBLEMS, experiment -> UTILITIES)
                .complexities(prior, problem, OPERATORS, 0).stream()
                        .collect(Collectors.toMap(OperatorComplexity::operator, OperatorComplexity::complexity));
    }

    private static ComplexityPrior utility(LeftOut leaveOut, String field) {
        return prior(CostSource.UTILITY, "earlier", leaveOut, field);
    }

    private static ComplexityPrior prior(CostSource costs, String from, LeftOut leaveOut, String field) {
        return new ComplexityPrior(costs, from, "", leaveOut, field);
    }

    private static ProblemRow problem(String id, String field, Map<String, Integer> operators) {
        return new ProblemRow(
                id,
                field + "." + id,
                field,
                null,
                "formula",
                "x",
                1,
                operators,
                "y",
                null,
                List.of(),
                List.of(),
                ProblemRow.ALL,
                null,
                null,
                null,
                null);
    }

    private static OperatorUtility utility(
            String level,
            String factor,
            @Nullable String field,
            @Nullable String problemId,
            double utility,
            @Nullable Double utilityWithout) {
        return new OperatorUtility(
                "id",
                "main",
                level,
                factor,
                field,
                problemId,
                List.of(factor),
                4,
                4,
                null,
                utility,
                null,
                null,
                null,
                utility,
                utilityWithout,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
