package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.expression.Operator;

class SingleKernelsTest {
    private static final int ROWS = SingleKernels.BLOCK;
    private static final double ULPS = 2;
    private static final float[] SPECIAL = {
        0,
        -0.0f,
        1,
        -1,
        0.5f,
        2,
        -2,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -1e-40f,
        1e30f,
        -1e30f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        (float) Math.PI,
        8192,
        -8191.9995f,
        1e5f,
        88.7f,
        89,
        -87.3f,
        -103.9f,
        -104,
        9,
        1e9f,
        0x1p23f,
        0x1p24f
    };

    private final SingleKernels scalar = new ScalarSingleKernels();
    private final SingleKernels vector = new VectorSingleKernels();

    static List<Operator> operators() {
        return Operator.all();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void vectorAgreesWithScalarInEveryForm(Operator operator) {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] x = values(random);
            float[] y = values(random);
            float constant = y[random.nextInt(ROWS)];
            int rows = 16 * random.nextInt(1, ROWS / 16 + 1);
            float[] expected = new float[ROWS];
            float[] actual = new float[ROWS];
            int opcode = operator.opcode();
            if (operator.arity() == 1) {
                scalar.unary(opcode, x, expected, rows);
                vector.unary(opcode, x, actual, rows);
                same(operator, expected, actual, ROWS);
                vector.unary(opcode, x, x, rows);
                same(operator, expected, x, rows);
                continue;
            }
            scalar.binary(opcode, x, y, expected, rows);
            vector.binary(opcode, x, y, actual, rows);
            same(operator, expected, actual, ROWS);
            scalar.binary(opcode, x, constant, expected, rows);
            vector.binary(opcode, x, constant, actual, rows);
            same(operator, expected, actual, ROWS);
            scalar.binary(opcode, constant, x, expected, rows);
            vector.binary(opcode, constant, x, actual, rows);
            same(operator, expected, actual, ROWS);
            vector.binary(opcode, constant, x, x, rows);
            same(operator, expected, x, rows);
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void staysNearTheDoubleOfTheSameArguments(Operator operator) {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] x = values(random);
            float[] y = values(random);
            float[] out = new float[ROWS];
            int opcode = operator.opcode();
            if (operator.arity() == 1) {
                vector.unary(opcode, x, out, ROWS);
            } else {
                vector.binary(opcode, x, y, out, ROWS);
            }
            for (int row = 0; row < ROWS; row++) {
                double exact = operator.arity() == 1
                        ? ScalarKernels.apply(opcode, x[row])
                        : ScalarKernels.apply(opcode, x[row], y[row]);
                assertThat(ulps(out[row], exact))
                        .as("%s(%s, %s) = %s instead of %s", operator, x[row], y[row], out[row], exact)
                        .isLessThanOrEqualTo(ULPS);
            }
        }
    }

    private static double ulps(float value, double exact) {
        float rounded = (float) exact;
        if (Float.compare(value, rounded) == 0) {
            return 0;
        }
        if (Float.isInfinite(rounded)) {
            return Math.abs(value) == Float.MAX_VALUE ? 1 : Double.POSITIVE_INFINITY;
        }
        double error = Math.abs(value - exact) / Math.ulp(rounded);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 13, 16, 17, 31, 127, 255, 500, 512})
    void sumsAgreeAtAwkwardSizes(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        float[] x = gaussian(random);
        float[] y = gaussian(random);
        double[] expected = new double[3 * Sample.LANES];
        double[] actual = new double[3 * Sample.LANES];
        scalar.residualSquares(x, y, rows, expected);
        vector.residualSquares(x, y, rows, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.scaledResidualSquares(x, y, 0.3, 1.7, -0.2, rows, expected);
        vector.scaledResidualSquares(x, y, 0.3, 1.7, -0.2, rows, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.moments(x, y, 0.1, rows, expected);
        vector.moments(x, y, 0.1, rows, actual);
        assertThat(actual).isEqualTo(expected);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += (x[row] - y[row]) * (double) (x[row] - y[row]);
        }
        double[] squares = new double[Sample.LANES];
        vector.residualSquares(x, y, rows, squares);
        assertThat(Math.abs(Sums.total(squares, 0) - sum)).isLessThanOrEqualTo(1e-6 * sum);
    }

    @Test
    void rowsOfAnOlderSumStayOut() {
        float[] ones = gaussian(new SplittableRandom(1));
        double[] first = new double[Sample.LANES];
        double[] second = new double[Sample.LANES];
        vector.residualSquares(ones, new float[ROWS], 3, first);
        vector.residualSquares(ones, new float[ROWS], ROWS, new double[Sample.LANES]);
        vector.residualSquares(ones, new float[ROWS], 3, second);
        assertThat(second).isEqualTo(first);
    }

    private static void same(Operator operator, float[] expected, float[] actual, int rows) {
        for (int row = 0; row < rows; row++) {
            assertThat(Float.floatToIntBits(actual[row]))
                    .as("%s at row %d: %s instead of %s", operator, row, actual[row], expected[row])
                    .isEqualTo(Float.floatToIntBits(expected[row]));
        }
    }

    /** Includes blocks of ordinary values only, because one rare lane sends a whole vector to another branch. */
    private static float[] values(SplittableRandom random) {
        int kinds = random.nextInt(1, 6);
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = switch (random.nextInt(kinds)) {
                case 0 -> (float) (6 * random.nextDouble() - 3);
                case 1 -> (float) (200 * random.nextDouble() - 100);
                case 2 -> random.nextInt(-9, 10);
                case 3 -> SPECIAL[random.nextInt(SPECIAL.length)];
                default -> Float.intBitsToFloat(random.nextInt());
            };
        }
        return values;
    }

    private static float[] gaussian(SplittableRandom random) {
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = (float) random.nextGaussian();
        }
        return values;
    }
}
