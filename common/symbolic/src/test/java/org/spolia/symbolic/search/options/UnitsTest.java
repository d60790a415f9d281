package org.spolia.symbolic.search.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.front.DimensionalAnalysis;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

class UnitsTest {
    private static final List<String> VARIABLES = List.of("v", "g", "n");
    private static final List<String> UNITS = List.of("m/s", "m/s^2", "1");

    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "sqrt", "sin")), 20_000)
            .withPopulations(4, 20);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N*m         | kJ            | true
            J/(kg*K)    | m^2/(s^2*K)   | true
            mV*A        | MW            | true
            1/s         | Hz            | true
            V/m         | N/C           | true
            rad         | 1             | true
            km/h        | m/s           | true
            m           | s             | false
            USD/kg      | USD/g         | true
            USD         | EUR           | false
            (m/s)^0.5   | m^0.5*s^-0.5  | true
            """)
    void unitsHaveDimensions(String first, String second, boolean same) {
        double[][] dimensions = Dimensions.of(List.of(first), second);
        assertThat(Arrays.equals(dimensions[0], dimensions[1])).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v*v/g           | true  | true
            v^2/g*sin(n)    | true  | true
            v               | true  | false
            2.5*v           | true  | true
            v + g           | false | false
            v + 2*g         | true  | false
            v + 2.5         | true  | false
            sin(v)          | false | false
            sin(2*v)        | true  | false
            sqrt(v*v)*v/g   | true  | true
            n^v             | false | false
            n               | true  | false
            """)
    void aTreeIsConsistentAndHasTheUnitOfTheTarget(String formula, boolean consistent, boolean model) {
        DimensionalAnalysis analysis = new DimensionalAnalysis(new Units(UNITS, "m", false), 64);
        var tree = Expression.parse(formula, VARIABLES).toTree();
        assertThat(analysis.isConsistent(tree)).isEqualTo(consistent);
        assertThat(analysis.givesTarget(tree)).isEqualTo(model);
    }

    /** The numbers of a formula have no unit, the constants of an expression may. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hill(v, v)*v*v/g     | true
            hill(v, g)*v*v/g     | false
            hill(v, 2.5)*v*v/g   | true
            level(v)*v*v/g       | false
            level(n)*v*v/g       | true
            raised(v, 2)/g       | true
            raised(v, n)/g       | false
            """)
    void operatorsThatFormulasDefineHaveTheDimensionsOfTheFormula(String formula, boolean model) {
        Definitions definitions =
                Definitions.parse(List.of("hill(x, k) = x/(x + k)", "level(x) = x/(x + 1)", "raised(x, n) = 3*x^n"));
        DimensionalAnalysis analysis = new DimensionalAnalysis(new Units(UNITS, "m", false), 64);
        assertThat(analysis.givesTarget(
                        Expression.parse(formula, VARIABLES, definitions).toTree()))
                .isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max(v*v, v)/g           | false
            max(v*v, 4*v^2)/g       | true
            cond(n, v*v/g)          | true
            greater(v, g)*v*v/g     | false
            less(g, 2*g)*v*v/g      | true
            """)
    void choicesHaveDimensions(String formula, boolean model) {
        DimensionalAnalysis analysis = new DimensionalAnalysis(new Units(UNITS, "m", true), 64);
        assertThat(analysis.givesTarget(Expression.parse(formula, VARIABLES).toTree()))
                .isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.5*v           | false
            2.5*v^2/g       | true
            v^2/g + 2       | false
            """)
    void constantsMayBePlainNumbers(String formula, boolean model) {
        DimensionalAnalysis analysis = new DimensionalAnalysis(new Units(UNITS, "m", true), 64);
        assertThat(analysis.givesTarget(Expression.parse(formula, VARIABLES).toTree()))
                .isEqualTo(model);
    }

    /** Units leave of all expressions those that a physicist would write down. */
    @Test
    void everyModelOfASearchHasTheUnitOfTheTarget() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] columns = new double[3][100];
        double[] target = new double[100];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = random.nextDouble(1, 5);
            columns[1][row] = random.nextDouble(1, 10);
            columns[2][row] = random.nextDouble(0.1, 1.5);
            target[row] = columns[0][row] * columns[0][row] * Math.sin(2 * columns[2][row]) / columns[1][row];
        }
        Units units = new Units(UNITS, "m", true);
        SearchResult result =
                Search.run(columns, target, OPTIONS.withConstraints(Constraints.NONE.withUnits(units)), 1);
        DimensionalAnalysis analysis = new DimensionalAnalysis(units, 64);
        assertThat(result.candidates())
                .hasSizeGreaterThan(3)
                .allSatisfy(candidate -> assertThat(candidate.complexity() == 1
                                || analysis.givesTarget(candidate.expression().toTree()))
                        .as(candidate.expression().infix(VARIABLES))
                        .isTrue());
        assertThat(result.best().loss()).isLessThan(1e-20);
    }

    /**
     * A law that a unit was forgotten in is found where dimensions only cost something, and pays for it in every loss.
     */
    @Test
    void dimensionsThatDoNotFitMayCostAPenalty() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] columns = new double[3][100];
        double[] target = new double[100];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = random.nextDouble(1, 5);
            columns[1][row] = random.nextDouble(1, 10);
            columns[2][row] = random.nextDouble(0.1, 1.5);
            target[row] = columns[0][row] * columns[1][row] + columns[2][row];
        }
        double small = 1e-3;
        SearchResult cheap = Search.run(columns, target, penalised(small), 1);
        SearchResult dear = Search.run(columns, target, penalised(1000), 1);
        SearchResult forbidden = Search.run(columns, target, penalised(Double.POSITIVE_INFINITY), 1);

        assertThat(cheap.best().loss()).isCloseTo(small, within(1e-9));
        assertThat(leastLoss(dear)).isBetween(2 * small, 1000.0);
        assertThat(leastLoss(forbidden)).isGreaterThan(2 * small);
        DimensionalAnalysis analysis = new DimensionalAnalysis(new Units(UNITS, "m", true), 64);
        assertThat(cheap.candidates())
                .filteredOn(candidate ->
                        !analysis.givesTarget(candidate.expression().toTree()))
                .allSatisfy(candidate -> assertThat(candidate.complexity() == 1 || candidate.loss() >= small)
                        .isTrue());
        assertThatThrownBy(() -> penalised(-1))
                .hasMessage("the penalty of dimensions that do not fit must be >= 0: -1");
    }

    private static SearchOptions penalised(double penalty) {
        return OPTIONS.withConstraints(Constraints.NONE.withUnits(new Units(UNITS, "m", true, penalty)));
    }

    private static double leastLoss(SearchResult result) {
        return result.candidates().stream().mapToDouble(Candidate::loss).min().orElseThrow();
    }

    @Test
    void mistakesAreNamed() {
        List<String> sum = List.of("m+s");
        assertThatThrownBy(() -> new Units(sum, "1", false))
                .hasMessage("'m+s' is not a unit; write a unit such as kg*m/s^2, or 1");
        List<String> cut = List.of("m/");
        assertThatThrownBy(() -> new Units(cut, "1", false)).hasMessageContaining("'m/' is not a unit");
    }
}
