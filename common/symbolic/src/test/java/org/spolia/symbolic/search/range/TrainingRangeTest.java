package org.spolia.symbolic.search.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.search.range.Coverage.Kind;

class TrainingRangeTest {
    private static final List<String> NAMES = List.of("x", "y");
    private static final int ROWS = 200;

    /** Draws a row of both variables. */
    private interface Draw {
        double[] of(SplittableRandom random);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + y                         | PROVEN
            2.5                           | PROVEN
            1/(x + y)                     | PROVEN
            log(x)/y                      | PROVEN
            sqrt(x*x - 2*x + 1.1)         | PROVEN
            (x - y)^2                     | PROVEN
            1/(x - y)                     | CHECKED
            tanh(1/(x - 1.5))             | CHECKED
            sqrt((x - 1.5)^2 - 0.00001)   | GAPS
            (x + y - 2.1)^1.5             | GAPS
            acos(x*y/3.8)                 | GAPS
            """)
    void inABoxThatRowsFill(String model, Kind kind) {
        // No row lies in the gaps, because the model of a search has a value at each row.
        Expression expression = Expression.parse(model, NAMES);
        Draw box = random -> new double[] {random.nextDouble(1, 2), random.nextDouble(1, 2)};
        Sample sample = kind == Kind.GAPS ? avoiding(expression, box) : sample(7, ROWS, box);
        assertThat(TrainingRange.of(sample).coverage(expression).kind()).isEqualTo(kind);
    }

    /** Rows of a box that by chance have no row where a model is undefined. */
    private static Sample avoiding(Expression model, Draw draw) {
        return IntStream.range(0, 100_000)
                .mapToObj(seed -> sample(seed, ROWS, draw))
                .filter(sample -> isDefined(model, sample))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isDefined(Expression model, Sample sample) {
        for (double value : new Evaluator().predict(model, new double[0], sample)) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Rows that the law itself selects, because the others have no value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqrt(x - y)             | 40
            log(x - y)              | 40
            log(x + y + 0.5)        | 100
            acos(x/(y + 1.5))       | 400
            log(x*x - 0.3)          | 20
            log(x^2 - y)            | 100
            (y - x^2)^1.5           | 100
            sqrt(x^2 + y^2 - 1)     | 100
            sqrt(1 - x^2 - y^2)     | 100
            """)
    void aLawThatSelectsItsRowsIsNotRefused(String law, int rowsAtLeast) {
        Expression expression = Expression.parse(law, NAMES);
        for (int rows : new int[] {5, 20, rowsAtLeast, 3 * rowsAtLeast, 3000}) {
            for (int seed = 0; seed < 10; seed++) {
                Sample sample = sample(seed, rows, random -> row(random, expression));
                Coverage coverage = TrainingRange.of(sample).coverage(expression);
                assertThat(coverage.hasGaps())
                        .as("%s rows, seed %s: %s", rows, seed, coverage)
                        .isFalse();
            }
        }
    }

    private static double[] row(SplittableRandom random, Expression law) {
        while (true) {
            double[] row = {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
            if (Double.isFinite(new Evaluator().predict(law, new double[][] {{row[0]}, {row[1]}})[0])) {
                return row;
            }
        }
    }

    @Test
    void aLawWithAPoleBetweenTheRowsIsNotRefused() {
        Sample sample = sample(3, ROWS, random -> new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)});
        assertThat(kind(sample, "y/x")).isEqualTo(Kind.CHECKED);
        assertThat(kind(sample, "1/(x*x - 0.25)")).isEqualTo(Kind.CHECKED);
    }

    @Test
    void valuesThatOnlyIntegersHaveAreNotRefused() {
        Sample sample = sample(3, ROWS, random -> new double[] {random.nextInt(12), random.nextDouble(-1, 1)});
        assertThat(kind(sample, "(-0.5)^x + y")).isEqualTo(Kind.CHECKED);
    }

    /** Where columns depend on each other, points between near rows show a gap. */
    @Test
    void aGapAmongDependentColumnsIsFound() {
        Sample sample = even(0.01);
        assertThat(kind(sample, "log((x - 0.5)^2 - 0.000005) + y")).isEqualTo(Kind.GAPS);
        assertThat(kind(sample, "sqrt(x - y + 0.01)")).isEqualTo(Kind.CHECKED);
    }

    @Test
    void columnsThatAModelDoesNotUseHaveNoInfluence() {
        assertThat(kind(even(0), "log((x - 0.5)^2 - 0.000005)")).isEqualTo(Kind.GAPS);
    }

    /** Even values of x, none nearer to one half than 0.0025, and values of y that are near x. */
    private static Sample even(double width) {
        double[] x =
                IntStream.range(0, ROWS).mapToDouble(row -> (row + 0.5) / ROWS).toArray();
        SplittableRandom random = new SplittableRandom(1);
        double[] y = Arrays.stream(x)
                .map(value -> value + width * random.nextDouble())
                .toArray();
        return Sample.of(new double[][] {x, y}, new double[ROWS]);
    }

    @Test
    void fewRowsAndManyRowsAreEnough() {
        for (int rows : new int[] {1, 2, 3, 5, 30, 20_000}) {
            Sample sample = sample(1, rows, random -> new double[] {random.nextDouble(1, 2), 3});
            assertThat(kind(sample, "x^0.5/y")).isEqualTo(Kind.PROVEN);
            assertThat(kind(sample, "1/(x - y + 1.5)")).isNotEqualTo(Kind.GAPS);
        }
    }

    private static Kind kind(Sample sample, String model) {
        return TrainingRange.of(sample).coverage(Expression.parse(model, NAMES)).kind();
    }

    private static Sample sample(int seed, int rows, Draw draw) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            double[] drawn = draw.of(random);
            columns[0][row] = drawn[0];
            columns[1][row] = drawn[1];
        }
        return Sample.of(columns, new double[rows]);
    }
}
