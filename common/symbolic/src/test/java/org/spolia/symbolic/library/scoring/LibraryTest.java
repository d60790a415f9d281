package org.spolia.symbolic.library.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;

class LibraryTest {
    private static final List<String> NAMES = List.of("x", "y");
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin"));
    private static final int ROWS = 40;

    @Test
    void noTwoEntriesDifferByShiftAndScaleOnly() {
        Library library = library(OPERATORS, 400, columns());
        for (int first = 0; first < library.size(); first++) {
            for (int second = 0; second < first; second++) {
                double correlation = 0;
                for (int row = 0; row < ROWS; row++) {
                    correlation += (double) cell(library, first, row) * cell(library, second, row);
                }
                assertThat(Math.abs(correlation / ROWS))
                        .as("%s and %s", text(library, first), text(library, second))
                        .isLessThan(1 - 1e-9);
            }
        }
    }

    @Test
    void entriesAreWrittenAsTheirValues() {
        Library library = library(OPERATORS, 2000, columns());
        double[][] columns = columns();
        for (int entry = 0; entry < library.size(); entry += 7) {
            double[] values = new Evaluator().predict(Expression.parse(text(library, entry), NAMES), columns);
            double[] kept = library.blocks().values(library.block(entry));
            for (int row = 0; row < ROWS; row++) {
                assertThat(values[row])
                        .as(text(library, entry))
                        .isCloseTo(kept[row], within(1e-12 * Math.abs(kept[row])));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x*y", "x/y", "x + y", "sqrt(x + y)", "exp(x*y)", "1/(1 + x)", "sin(x)/x", "x^y", "log(x) - y"})
    void smallExpressionsAreEntriesUpToShiftAndScale(String formula) {
        Library library = library(OPERATORS, 4000, columns());
        double[] values = new Evaluator().predict(Expression.parse(formula, NAMES), columns());
        Signature signature = new Signature(ROWS);
        assertThat(signature.standardise(values)).isTrue();
        long wanted = signature.ofShape(values);
        assertThat(IntStream.range(0, library.size()).anyMatch(entry -> {
                    double[] kept = library.blocks().values(library.block(entry));
                    return signature.standardise(kept) && signature.ofShape(kept) == wanted;
                }))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"+ -", "*", "/", "pow", "sin exp", "- /", "+ * neg abs", "li2 atan", "square", "tanh"})
    void anyOperatorSetMakesALibraryOfItsOwnOperators(String names) {
        OperatorSet operators = OperatorSet.of(List.of(names.split(" ")));
        Library library = library(operators, 300, columns());
        assertThat(library.size()).isGreaterThanOrEqualTo(2);
        for (int entry = 0; entry < library.size(); entry++) {
            assertThat(operators.texts())
                    .containsAll(Expression.parse(text(library, entry), NAMES)
                            .operatorCounts()
                            .keySet());
        }
    }

    @Test
    void constantAndHugeColumnsAreLeftOut() {
        double[][] columns = columns();
        Arrays.fill(columns[0], 4);
        columns[1][0] = 1e300;
        Library library = library(OPERATORS, 100, columns);
        assertThat(library.size()).isZero();
    }

    static Library library(OperatorSet operators, int limit, double[][] columns) {
        AtomicLong random = new AtomicLong(1);
        return Library.of(
                Sample.of(columns, columns[0]),
                CoordinateView.ofVariables(2),
                IntStream.range(0, columns[0].length).toArray(),
                operators,
                limit,
                30,
                () -> random.addAndGet(0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L);
    }

    static double[][] columns() {
        SplittableRandom random = new SplittableRandom(9);
        double[][] columns = new double[2][ROWS];
        for (double[] column : columns) {
            for (int row = 0; row < ROWS; row++) {
                column[row] = 0.5 + 2 * random.nextDouble();
            }
        }
        return columns;
    }

    private static float cell(Library library, int entry, int row) {
        TiledMatrix matrix = library.matrix();
        return matrix.cells()[
                entry / TiledMatrix.TILE * matrix.rows() * TiledMatrix.TILE
                        + row * TiledMatrix.TILE
                        + entry % TiledMatrix.TILE];
    }

    private static String text(Library library, int entry) {
        Tree tree = new Tree(100);
        library.append(tree, library.block(entry));
        return tree.toExpression().infix(NAMES);
    }
}
