package org.spolia.symbolic.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
    private static final double[] NASTY = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -Math.nextDown(Double.MIN_NORMAL),
        1,
        -1,
        Math.nextUp(1.0),
        -Math.nextDown(1.0),
        0x1p53,
        0x1p-53,
        -0x1p-54,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0x1p1023
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isRoundedOnceFromTheExactSum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int range : new int[] {0, 1, 30, 120, 400, 2000}) {
            double[] values = random.doubles(1 + random.nextInt(3000))
                    .map(x -> value(random, x, range))
                    .toArray();
            assertThat(sum(values)).isEqualTo(exact(values).doubleValue());
            double[] squares =
                    Arrays.stream(values).map(x -> range > 400 ? x : x * x).toArray();
            assertThat(sum(squares)).isEqualTo(exact(squares).doubleValue());
        }
    }

    private static double value(SplittableRandom random, double x, int range) {
        return Math.scalb(x - 0.5, random.nextInt(-range / 2, range / 2 + 1));
    }

    @Test
    void nastyValuesAreExact() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2000; round++) {
            double[] values = random.ints(random.nextInt(1, 200), 0, NASTY.length)
                    .mapToDouble(i -> NASTY[i])
                    .toArray();
            BigDecimal exact = exact(values);
            double rounded = exact.doubleValue();
            assertThat(sum(values)).as(Arrays.toString(values)).isEqualTo(rounded == 0 ? 0.0 : rounded);
        }
    }

    @Test
    void halfwayCasesGoToEven() {
        assertThat(sum(1, 0x1p-53)).isEqualTo(1);
        assertThat(sum(Math.nextUp(1.0), 0x1p-53)).isEqualTo(1 + 0x1p-51);
        assertThat(sum(1, 0x1p-53, Double.MIN_VALUE)).isEqualTo(Math.nextUp(1.0));
        assertThat(sum(1, 0x1p-53, -Double.MIN_VALUE)).isEqualTo(1);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("arraysOfEveryKind")
    void arraysAreAddedLikeSingleValues(double[] values) {
        ExactSum expected = new ExactSum();
        for (double value : values) {
            expected.add(value);
        }
        for (LaneLoops loops : new LaneLoops[] {new ScalarLaneLoops(), new LaneVectorKernels()}) {
            ExactSum sum = new ExactSum();
            RunningSum running = new RunningSum(loops);
            for (int from = 0; from < values.length; from += 250) {
                running.add(sum, values, from, Math.min(values.length, from + 250));
            }
            running.flush();
            assertThat(sum.toBytes()).isEqualTo(expected.toBytes());
        }
    }

    static Stream<double[]> arraysOfEveryKind() {
        SplittableRandom random = new SplittableRandom(3);
        return Stream.of(
                new double[0],
                new double[1000],
                random.doubles(100_003).toArray(),
                random.doubles(50_000).map(x -> x - 0.5).toArray(),
                random.doubles(20_000)
                        .map(x -> Math.scalb(x, random.nextInt(-60, 60)))
                        .toArray(),
                random.doubles(20_000)
                        .map(x -> Math.scalb(x, random.nextInt(-1000, 900)))
                        .toArray(),
                random.doubles(5000).map(x -> x * Double.MIN_VALUE * 100).toArray(),
                random.doubles(5000).map(x -> x * 1e305).toArray(),
                random.doubles(40_000).map(x -> 1).toArray());
    }

    @Test
    void squaresOfDifferencesAreRoundedLikeSingleValues() {
        SplittableRandom random = new SplittableRandom(5);
        double[] f = random.doubles(30_000).map(x -> Math.exp(9 * x)).toArray();
        double[] y = random.doubles(30_000).map(x -> Math.exp(9 * x)).toArray();
        ExactSum expected = new ExactSum();
        for (int row = 0; row < f.length; row++) {
            expected.add((f[row] - y[row]) * (f[row] - y[row]));
        }
        for (LaneLoops loops : new LaneLoops[] {new ScalarLaneLoops(), new LaneVectorKernels()}) {
            ExactSum sum = new ExactSum();
            RunningSum running = new RunningSum(loops);
            for (int from = 0; from < f.length; from += 256) {
                int to = Math.min(f.length, from + 256);
                double[] squares = new double[f.length];
                for (int row = from; row < to; row++) {
                    squares[row] = (f[row] - y[row]) * (f[row] - y[row]);
                }
                if (!running.addIfFits(sum, squares, from, to)) {
                    running.add(sum, squares, from, to);
                }
            }
            running.flush();
            assertThat(sum.toBytes()).isEqualTo(expected.toBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 200})
    void partsInAnyOrderGiveTheSameBytes(int parts) {
        SplittableRandom random = new SplittableRandom(parts);
        double[] values = random.doubles(5000).map(x -> value(random, x, 300)).toArray();
        ExactSum whole = new ExactSum();
        whole.add(values, 0, values.length);
        ExactSum[] sums = new ExactSum[parts];
        Arrays.setAll(sums, i -> new ExactSum());
        for (double value : values) {
            sums[random.nextInt(parts)].add(value);
        }
        ExactSum total = new ExactSum();
        for (int i = parts - 1; i >= 0; i--) {
            total.add(ExactSum.fromBytes(sums[i].toBytes()));
        }
        assertThat(total.toBytes()).isEqualTo(whole.toBytes());
        assertThat(total).isEqualTo(whole);
        assertThat(total.value()).isEqualTo(exact(values).doubleValue());
    }

    @Test
    void valuesThatCancelLeaveTheBytesOfZero() {
        ExactSum sum = new ExactSum();
        sum.add(1e300);
        sum.add(1e-300);
        sum.add(-1e300);
        sum.add(-1e-300);
        assertThat(sum.toBytes()).isEqualTo(new ExactSum().toBytes());
        assertThat(sum.value()).isZero();
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> new ExactSum().add(value)).hasMessageContaining("finite");
        }
    }

    private static double sum(double... values) {
        ExactSum sum = new ExactSum();
        sum.add(values, 0, values.length);
        return sum.value();
    }

    static BigDecimal exact(double[] values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
