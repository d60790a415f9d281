package org.spolia.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.ConfidenceInterval;

class CostAucTest {
    private static final List<Map<String, Integer>> CORPUS =
            List.of(Map.of("*", 2, "+", 1), Map.of("*", 1, "exp", 1), Map.of("+", 3));

    /**
     * The literals come from this query in SQLite, over the rows below:
     *
     * <pre>
     * SELECT a.problem, count(*), avg(CASE WHEN a.c0 &lt; b.c0 THEN 1.0 WHEN a.c0 = b.c0 THEN 0.5 ELSE 0 END), …
     * FROM laws a JOIN laws b
     * ON a.run = b.run AND abs(a.train - b.train) &lt; 0.1 AND a.ood &lt; b.ood - 0.1 GROUP BY a.problem
     * </pre>
     */
    @Test
    void areasAgreeWithTheQuery() {
        List<FoundLaw> members = members();
        CostAuc auc = CostAuc.of(members, 2);

        assertThat(auc.problems()).containsExactly("p0", "p1", "p2");
        assertThat(auc.pairs(0)).isEqualTo(22);
        assertThat(auc.areas(0))
                .containsExactly(
                        new double[] {0.36363636363636365, 0.46153846153846156, 0.4666666666666667}, within(1e-15));
        assertThat(auc.areas(1))
                .containsExactly(
                        new double[] {0.5227272727272727, 0.46153846153846156, 0.6333333333333333}, within(1e-15));
        assertThat(auc.area(1))
                .isCloseTo((0.5227272727272727 + 0.46153846153846156 + 0.6333333333333333) / 3, within(1e-15));

        Collections.shuffle(members, new Random(3));
        assertThat(CostAuc.of(members, 2).areas(0)).isEqualTo(auc.areas(0));
    }

    @Test
    void countedProblemByProblemTheAreasAreTheSame() {
        List<FoundLaw> members = members();
        CostAuc whole = CostAuc.of(members, 2);
        CostAuc joined = CostAuc.joined(
                whole.problems().stream()
                        .map(problem -> CostAuc.of(
                                members.stream()
                                        .filter(law -> law.problem().equals(problem))
                                        .toList(),
                                2))
                        .toList(),
                2);

        assertThat(joined.problems()).isEqualTo(whole.problems());
        assertThat(joined.pairs(1)).isEqualTo(whole.pairs(1));
        assertThat(joined.areas(1)).isEqualTo(whole.areas(1));
        assertThat(joined.withMeanFrom(0).area(0)).isCloseTo((whole.area(0) + whole.area(1)) / 2, within(1e-15));
        assertThat(joined.withMeanFrom(1).areas(1)).isEqualTo(whole.areas(1));
    }

    @Test
    void intervalsResampleProblems() {
        CostAuc auc = CostAuc.of(members(), 2);
        ConfidenceInterval difference = auc.difference(1, 0, 500, 0.95, 1);

        assertThat(difference.lower()).isBetween(0.0, 0.11);
        assertThat(difference.upper()).isBetween(0.11, 0.17);
        assertThat(auc.difference(0, 0, 500, 0.95, 1)).isEqualTo(new ConfidenceInterval(0, 0, 500));
        assertThat(auc.interval(0, 500, 0.95, 1)).isEqualTo(auc.interval(0, 500, 0.95, 1));
    }

    @Test
    void lawsOfDifferentSearchesAreNotCompared() {
        CostAuc auc = CostAuc.of(
                List.of(new FoundLaw("p", "r0", -3, -1, List.of(5.0)), new FoundLaw("p", "r1", -3, -2, List.of(4.0))),
                1);

        assertThat(auc.problems()).isEmpty();
        assertThat(auc.area(0)).isNaN();
        assertThat(auc.interval(0, 100, 0.9, 0).lower()).isNaN();
    }

    @Test
    void lawsWithoutFiniteErrorsAreRefused() {
        assertThatThrownBy(() -> new FoundLaw("p", "r", Double.NEGATIVE_INFINITY, 0, List.of(1.0)))
                .hasMessage("A law of problem 'p', run 'r' has a logarithm or a cost that is not finite; "
                        + "bound errors before taking logarithms");
    }

    /** w = -log2 of (count + .5) / sum, or of exp(4 u) / sum; times sum(count) / sum(w · count); numpy 2.4.6. */
    @Test
    void costsAgreeWithNumpy() {
        OperatorCosts frequent = OperatorCosts.ofFrequencies(List.of("*", "+", "exp", "li2"), CORPUS);
        OperatorCosts useful =
                OperatorCosts.ofUtilities(Map.of("*", 0.1, "+", 0.02, "exp", 0.3, "li2", -0.05), 4, CORPUS);

        assertThat(frequent.of("*")).isCloseTo(1.019168449400146, within(1e-14));
        assertThat(frequent.of("exp")).isCloseTo(1.8417261250285333, within(1e-14));
        assertThat(frequent.of("li2")).isCloseTo(2.9082601183643098, within(1e-14));
        assertThat(useful.of("exp")).isCloseTo(0.45019426789703754, within(1e-14));
        assertThat(useful.of("li2")).isCloseTo(1.3452268550413953, within(1e-14));
    }

    @Test
    void overTheCorpusTheMeanComplexityIsTheNumberOfNodes() {
        OperatorCosts useful =
                OperatorCosts.ofUtilities(Map.of("*", 0.1, "+", 0.02, "exp", 0.3, "li2", -0.05), 4, CORPUS);
        for (OperatorCosts costs : List.of(useful, useful.shuffled(CORPUS, 0), useful.shuffled(CORPUS, 9))) {
            double sum = costs.complexity(7, CORPUS.get(0))
                    + costs.complexity(4, CORPUS.get(1))
                    + costs.complexity(7, CORPUS.get(2));
            assertThat(sum).isCloseTo(18, within(1e-13));
        }
        assertThat(OperatorCosts.ofNodes(List.of("*", "+")).complexity(7, CORPUS.get(0)))
                .isEqualTo(7);
    }

    @Test
    void shuffledCostsAreTheSameWeightsElsewhere() {
        List<String> operators = List.of("*", "+", "exp", "li2");
        OperatorCosts costs = OperatorCosts.ofFrequencies(operators, CORPUS);
        OperatorCosts shuffled = costs.shuffled(CORPUS, 1);

        double ratio = shuffledSum(shuffled, operators) / shuffledSum(costs, operators);
        assertThat(operators.stream()
                        .map(o -> Math.rint(1e9 * shuffled.of(o) / ratio))
                        .sorted())
                .containsExactlyElementsOf(operators.stream()
                        .map(o -> Math.rint(1e9 * costs.of(o)))
                        .sorted()
                        .toList());
        assertThat(operators.stream().map(shuffled::of))
                .isNotEqualTo(operators.stream().map(costs::of));
    }

    @Test
    void unknownOperatorsAreNamed() {
        OperatorCosts costs = OperatorCosts.ofNodes(List.of("+"));

        assertThatThrownBy(() -> costs.complexity(3, Map.of("sin", 1)))
                .hasMessage("Operator 'sin' has no cost; known are [+]");
        assertThatThrownBy(() -> OperatorCosts.ofFrequencies(List.of("+"), CORPUS))
                .hasMessageStartingWith("Operator '")
                .hasMessageEndingWith("' of the corpus has no cost; known are [+]");
        assertThatThrownBy(() -> costs.complexity(1, Map.of("+", 2)))
                .hasMessage("An expression of 1 nodes cannot have 2 operators");
    }

    private static double shuffledSum(OperatorCosts costs, List<String> operators) {
        return operators.stream().mapToDouble(costs::of).sum();
    }

    private static List<FoundLaw> members() {
        List<FoundLaw> members = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            members.add(new FoundLaw(
                    "p" + i % 3,
                    "r" + i % 6,
                    -(i * 7 % 5) / 20.0,
                    (i * i * 3 + i) % 19 / 10.0,
                    List.of(i * 5 % 7 + 0.0, i * i % 11 + 0.0)));
        }
        return members;
    }
}
