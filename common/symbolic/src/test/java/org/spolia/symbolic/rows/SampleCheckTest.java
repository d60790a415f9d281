package org.spolia.symbolic.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;

class SampleCheckTest {
    private static final int ROWS = 20_000;
    private static final int SAMPLED = 2000;
    private static final List<String> NAMES = List.of("x", "z");

    private final double[][] columns = new double[2][ROWS];
    private final double[] target = new double[ROWS];
    private final List<Integer> passes = new ArrayList<>();

    /** Every two hundredth row, none of the sample, has a zero. */
    SampleCheckTest() {
        SplittableRandom random = new SplittableRandom(8);
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = row >= SAMPLED && row % 200 == 0 ? 0 : random.nextDouble(0.05, 1);
            columns[1][row] = random.nextDouble();
            target[row] = Math.log(columns[0][row] + 0.001) + columns[1][row] + 0.01 * random.nextGaussian();
        }
    }

    @Test
    void aCandidateWithoutAValueInAFewRowsGivesItsPlaceToAnother() {
        SampleCheck.Checked checked = check().of(
                        expressions(
                                "z", "log(x) + z", "log(x + 0.0011) + z - 0.1", "log(x + 0.001) + z", "log(x + 2) + z"),
                        new int[] {1, 4, 5, 6, 6},
                        new BitSet(),
                        Long.MAX_VALUE);
        assertThat(checked.refuted()).isEqualTo(BitSet.valueOf(new long[] {0b00010}));
        assertThat(checked.evaluated()).isEqualTo(BitSet.valueOf(new long[] {0b01111}));
        assertThat(checked.losses()[1]).isInfinite();
        assertThat(checked.losses()[3]).isBetween(0.9e-4, 1.1e-4);
        assertThat(checked.losses()[4]).isNaN();
        assertThat(checked.weight()).isEqualTo(ROWS);
        assertThat(passes).as("candidates and the constant").containsExactly(4, 2);
    }

    @Test
    void aCandidateThatIsFarOffInAFewRowsIsRefuted() {
        assertThat(checked("z", "log(x + 0.001) + z", "log(x + 0.001) + z + 0.000001/(x + 0.0000001)")
                        .refuted())
                .isEqualTo(BitSet.valueOf(new long[] {0b100}));
    }

    /** No candidate describes them, and the constant does not either. */
    @Test
    void outliersThatTheSampleLacksRefuteNothing() {
        for (int row = SAMPLED; row < ROWS; row += 600) {
            target[row] += 1000;
        }
        assertThat(checked("z", "2*x - 2 + z", "log(x + 0.001) + z").refuted().isEmpty())
                .isTrue();
    }

    @Test
    void aPassThatCostsTooMuchIsLeftOut() {
        SampleCheck.Checked checked = check().of(expressions("z"), new int[] {1}, new BitSet(), 2 * ROWS - 1);
        assertThat(passes).isEmpty();
        assertThat(checked.nodeRows()).isZero();
        assertThat(check().of(expressions("z"), new int[] {1}, new BitSet(), 2 * ROWS)
                        .nodeRows())
                .isEqualTo(2 * ROWS);
    }

    private SampleCheck.Checked checked(String... texts) {
        List<Expression> expressions = expressions(texts);
        return check().of(
                        expressions,
                        expressions.stream().mapToInt(Expression::size).toArray(),
                        new BitSet(),
                        Long.MAX_VALUE);
    }

    private static List<Expression> expressions(String... texts) {
        return Arrays.stream(texts).map(text -> Expression.parse(text, NAMES)).toList();
    }

    private SampleCheck check() {
        double mean = Arrays.stream(target).limit(SAMPLED).average().orElseThrow();
        return new SampleCheck(rows(), block(0, SAMPLED), Loss.SQUARE, mean, 1e-11);
    }

    private AllRows rows() {
        List<RowBlock> blocks = IntStream.range(0, 4)
                .mapToObj(part -> block(part * ROWS / 4, (part + 1) * ROWS / 4))
                .toList();
        return new BlockRows(blocks, List.of(), generation -> passes.add(generation.size()));
    }

    private RowBlock block(int from, int to) {
        return RowBlock.of(
                Arrays.stream(columns)
                        .map(column -> Arrays.copyOfRange(column, from, to))
                        .toArray(double[][]::new),
                Arrays.copyOfRange(target, from, to));
    }
}
