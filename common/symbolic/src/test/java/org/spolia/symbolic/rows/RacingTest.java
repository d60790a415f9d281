package org.spolia.symbolic.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;

class RacingTest {
    private static final List<String> NAMES = List.of("x0", "x1", "x2", "x3");
    private static final int ROWS = 20_000;

    private final RandomTrees trees = new RandomTrees(5);
    private final double[][] columns = trees.columns(ROWS, 0.5, 2);

    @Test
    void candidatesThatAreWorseThanSimplerOnesAreDropped() {
        double[] target = new Evaluator().predict(Expression.parse("x0*x1 + 0.01*sin(100*x2)", NAMES), columns);
        List<Expression> expressions = List.of(
                Expression.parse("x0", NAMES),
                Expression.parse("x0*x1", NAMES),
                Expression.parse("x0*x1 + 0.001*x2", NAMES),
                Expression.parse("x0*x1 + x2*x3", NAMES),
                Expression.parse("x0*x1 + log(x2 - 1)", NAMES),
                Expression.parse("x0*x1*1.0001", NAMES));
        CellSums sums = Generation.of(expressions, Demand.SPREAD, Loss.SQUARE)
                .evaluate(RowBlock.of(columns, target).first(3, 0.1))
                .total();
        int[] complexities = expressions.stream().mapToInt(Expression::size).toArray();
        assertThat(Racing.hopeless(sums, complexities)).isEqualTo(BitSet.valueOf(new long[] {0b011000}));
    }

    /** The simplest candidate of a front is never dropped, whatever the rest does. */
    @Test
    void noCandidateOfTheFrontOfTheFirstPartIsDropped() {
        List<Expression> expressions = trees.expressions(200);
        double[] target = trees.column(ROWS);
        CellSums sums = Generation.of(expressions, Demand.SPREAD, Loss.SQUARE)
                .evaluate(RowBlock.of(columns, target).first(3, 0.1))
                .total();
        int[] complexities = expressions.stream().mapToInt(Expression::size).toArray();
        BitSet hopeless = Racing.hopeless(sums, complexities);
        assertThat(hopeless.cardinality()).isBetween(50, 199);
        for (int i = 0; i < complexities.length; i++) {
            int candidate = i;
            boolean onFront = sums.invalid(i) == 0
                    && IntStream.range(0, complexities.length)
                            .allMatch(other -> complexities[other] > complexities[candidate]
                                    || sums.meanLoss(other) >= sums.meanLoss(candidate));
            assertThat(onFront && hopeless.get(i)).as("%s", expressions.get(i)).isFalse();
        }
    }

    @Test
    void theFirstPartDependsOnTheRowsAndTheSeedOnly() {
        double[] target = trees.column(ROWS);
        byte[] folds = new byte[ROWS];
        Arrays.fill(folds, 0, ROWS / 2, (byte) 1);
        Generation generation = Generation.of(List.of(Expression.parse("x0", NAMES)), Demand.LOSS, Loss.SQUARE);
        RowBlock block = RowBlock.of(columns, target, new double[0], new int[0], folds);
        GenerationSums first = generation.evaluate(block.first(7, 0.25));
        GenerationSums rest = generation.evaluate(block.rest(7, 0.25));
        for (CellSums cell : first.cells()) {
            assertThat((double) cell.rows()).isCloseTo(0.25 * ROWS / 2, Offset.offset(0.02 * ROWS));
        }
        GenerationSums halves = generation.none();
        for (int from : new int[] {ROWS / 2, 0}) {
            RowBlock half = RowBlock.of(
                    Arrays.stream(columns)
                            .map(column -> Arrays.copyOfRange(column, from, from + ROWS / 2))
                            .toArray(double[][]::new),
                    Arrays.copyOfRange(target, from, from + ROWS / 2),
                    new double[0],
                    new int[0],
                    Arrays.copyOfRange(folds, from, from + ROWS / 2));
            halves.add(generation.evaluate(half.first(7, 0.25)));
        }
        assertThat(halves.toBytes()).isEqualTo(first.toBytes());
        assertThat(rest.add(first).toBytes())
                .isEqualTo(generation.evaluate(block).toBytes());
    }
}
