package org.spolia.symbolic.search.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.front.AdmissionRules;
import org.spolia.symbolic.search.result.SearchResult;

class ConstraintsTest {
    private static final List<String> VARIABLES = List.of("x", "y");

    private static final Constraints CONSTRAINTS = new Constraints(
            Map.of("sin", 3.0, "pow", 2.0),
            2,
            List.of(1.0, 4.0),
            Map.of("pow", List.of(-1, 2), "sin", List.of(5)),
            Map.of("sin", Map.of("sin", 0, "exp", 1)),
            Units.NONE);

    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "*", "/", "pow", "sin", "exp")), 20_000)
            .withPopulations(4, 20)
            .withMaxSize(20)
            .withConstraints(CONSTRAINTS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x               | 1
            y               | 4
            1.5             | 2
            x + 2           | 4
            sin(x*y)        | 9
            x^2             | 5
            """)
    void complexityIsTheSumOfThatOfTheNodes(String formula, int complexity) {
        assertThat(new AdmissionRules(OPTIONS)
                        .complexity(Expression.parse(formula, VARIABLES).toTree()))
                .isEqualTo(complexity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x                              | 1
            exp(x)                         | 1
            exp(exp(exp(x)))               | 2
            x + y                          | 4
            exp(exp(exp(exp(exp(exp(x)))))) | 7
            """)
    void fractionsAreSummedAndThenRounded(String formula, int complexity) {
        Map<String, Double> fractions = Map.of("exp", 0.3, "+", 1.5);
        SearchOptions options = OPTIONS.withMaxSize(6)
                .withConstraints(new Constraints(fractions, 1, List.of(), Map.of(), Map.of(), Units.NONE));
        assertThat(new AdmissionRules(options)
                        .complexity(Expression.parse(formula, VARIABLES).toTree()))
                .isEqualTo(complexity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2                     | true
            x^(x + x)               | false
            (x + x + x)^2           | true
            sin(x + x + x)          | true
            sin(x + x + x + x)      | false
            sin(sin(x))             | false
            sin(x) + sin(x)         | true
            sin(exp(x))             | true
            sin(exp(exp(x)))        | false
            sin(exp(x) + exp(x))    | true
            exp(exp(exp(sin(x))))   | true
            """)
    void argumentsAndNestingAreLimited(String formula, boolean allowed) {
        assertThat(new AdmissionRules(OPTIONS.withConstraints(new Constraints(
                                Map.of(),
                                1,
                                List.of(),
                                Map.of("pow", List.of(-1, 2), "sin", List.of(5)),
                                Map.of("sin", Map.of("sin", 0, "exp", 1)),
                                Units.NONE)))
                        .obeys(Expression.parse(formula, VARIABLES).toTree()))
                .isEqualTo(allowed);
    }

    @Test
    void everyModelOfASearchObeys() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[2][120];
        double[] target = new double[120];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = random.nextDouble(0.5, 3);
            columns[1][row] = random.nextDouble(0.5, 3);
            target[row] = Math.sin(Math.sin(3 * columns[0][row]) + Math.pow(columns[1][row], 1.7 + columns[0][row]));
        }
        SearchResult result = Search.run(columns, target, OPTIONS, 1);
        AdmissionRules admission = new AdmissionRules(OPTIONS);
        assertThat(result.candidates()).hasSizeGreaterThan(10).allSatisfy(candidate -> {
            assertThat(admission.admits(candidate.expression().toTree())).isTrue();
            assertThat(admission.complexity(candidate.expression().toTree())).isEqualTo(candidate.complexity());
        });
    }

    @Test
    void eachVariableHasAComplexityOrAllHaveOne() {
        double[][] columns = {{1, 2, 3}, {3, 1, 2}, {2, 3, 1}};
        double[] target = {1, 4, 9};
        assertThatThrownBy(() -> Search.run(columns, target, OPTIONS, 1))
                .hasMessage("complexityOfVariables has 2 numbers for 3 variables: give 1 or 3");
    }

    @Test
    void mistakesAreNamed() {
        Map<String, List<Integer>> one = Map.of("pow", List.of(1));
        assertThatThrownBy(() -> new Constraints(Map.of(), 1, List.of(), one, Map.of(), Units.NONE))
                .hasMessage("constraints[0].most: needs a number for each of the 2 arguments of 'pow'");
        Map<String, Double> unknown = Map.of("sine", 2.0);
        assertThatThrownBy(() -> new Constraints(unknown, 1, List.of(), Map.of(), Map.of(), Units.NONE))
                .hasMessage("unknown operator 'sine' in a constraint");
        assertThatThrownBy(() -> new Constraints(Map.of(), 0, List.of(), Map.of(), Map.of(), Units.NONE))
                .hasMessage("complexity-of-constants must be above 0 and at most 100: 0");
    }
}
