package org.spolia.symbolic.search.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.front.ShapeProof;
import org.spolia.symbolic.search.options.Shape.Range;
import org.spolia.symbolic.search.options.Shape.Trend;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

class ShapeTest {
    private static final List<String> NAMES = List.of("x", "y");
    private static final List<Range> BOX = List.of(new Range(0.5, 4), new Range(-1, 1));
    private static final Shape RISING =
            new Shape(BOX, List.of(Trend.INCREASING, Trend.ANY), 0, Double.POSITIVE_INFINITY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x                    | true
            x*y                  | false
            x - x/2              | true
            x/(1 + x) + y^2      | true
            x/(1 + x*x)          | false
            log(x)               | false
            log(x + 1)           | true
            exp(x) - x           | true
            (x - 1)^2            | false
            x + sin(x)           | true
            x + 1.2*sin(x)       | false
            sqrt(x - 0.6)        | false
            """)
    void shapesAreProvedOnTheWholeBox(String formula, boolean holds) {
        assertThat(new ShapeProof(RISING).holds(Expression.parse(formula, NAMES)))
                .isEqualTo(holds);
    }

    /** Few noisy rows of a rising, saturating law: without the shape the models follow the noise. */
    @Test
    void everyModelOfASearchHasTheShape() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] columns = new double[1][24];
        double[] target = new double[24];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = random.nextDouble(0.1, 5);
            target[row] = columns[0][row] / (1 + columns[0][row]) + random.nextDouble(-0.1, 0.1);
        }
        Shape shape = new Shape(List.of(new Range(0, 50)), List.of(Trend.INCREASING), 0, 1.2);
        SearchOptions free = SearchOptions.of(OperatorSet.of(List.of("+", "-", "*", "/", "exp", "sin")), 40_000)
                .withPopulations(4, 20);

        SearchResult shaped = Search.run(columns, target, free.withConstraints(Constraints.NONE.withShape(shape)), 1);

        assertThat(shaped.candidates()).hasSizeGreaterThan(5).allSatisfy(candidate -> {
            assertThat(hasShape(candidate))
                    .as(candidate.expression().toString())
                    .isTrue();
        });
        assertThat(Search.run(columns, target, free, 1).candidates()).anyMatch(candidate -> !hasShape(candidate));
    }

    private static boolean hasShape(Candidate candidate) {
        double[][] grid = new double[1][5001];
        for (int i = 0; i < grid[0].length; i++) {
            grid[0][i] = 0.01 * i;
        }
        double[] values = new Evaluator().predict(candidate.expression(), grid);
        for (int i = 0; i < values.length; i++) {
            boolean within = values[i] >= 0 && values[i] <= 1.2;
            if (!within || i > 0 && values[i] < values[i - 1] - 1e-12) {
                return candidate.complexity() == 1;
            }
        }
        return true;
    }

    @Test
    void ofATemplateTheWholeHasTheShape() {
        SplittableRandom random = new SplittableRandom(9);
        double[][] columns = new double[2][40];
        double[] target = new double[40];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = random.nextDouble(0.5, 4);
            columns[1][row] = random.nextDouble(-1, 1);
            target[row] = columns[0][row] * columns[0][row] + columns[1][row] * columns[1][row];
        }
        OperatorSet operators = OperatorSet.of(List.of("+", "*"));
        SearchOptions options = SearchOptions.of(operators, 20_000)
                .withPopulations(4, 20)
                .withConstraints(Constraints.NONE.withShape(RISING))
                .withTemplate(Template.parse("f(x) + g(y)", NAMES, operators.definitions(), List.of(), 0));

        assertThat(Search.run(columns, target, options, 1).best().loss()).isLessThan(1e-12);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new Range(2, 1)).hasMessageContaining("a range must be from one number to one");
        assertThatThrownBy(() -> new Shape(BOX, List.of(Trend.ANY), 0, 1))
                .hasMessage("there are 1 trends for 2 ranges; give one for each variable");
        assertThatThrownBy(() -> new Shape(BOX, List.of(Trend.ANY, Trend.ANY), 2, 1))
                .hasMessageStartingWith("the least value must not be above the largest");
        SearchOptions options = SearchOptions.of(OperatorSet.of(List.of("+")), 1000)
                .withConstraints(Constraints.NONE.withShape(RISING));
        assertThatThrownBy(() -> Search.run(new double[][] {{1, 2}}, new double[] {1, 2}, options, 1))
                .hasMessage("there are 2 ranges for 1 variables");
    }
}
