package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.expression.Operator;

class KernelsTest {
    private static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        2,
        -2,
        1e-310,
        -1e-310,
        1e300,
        -1e300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Math.PI,
        1e22,
        -1e5,
        708,
        710,
        -745,
        -746
    };

    private final Kernels scalar = new ScalarKernels();
    private final Kernels vector = new VectorKernels();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void vectorAgreesWithScalar(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Operator operator : Operator.all()) {
            for (int rows = 16; rows <= Sample.BLOCK; rows += 48) {
                double[] x = values(random);
                double[] y = values(random);
                double constant = y[random.nextInt(rows)];
                int opcode = operator.opcode();
                double[] expected = new double[Sample.BLOCK];
                double[] actual = new double[Sample.BLOCK];
                if (operator.arity() == 1) {
                    scalar.unary(opcode, x, expected, rows);
                    vector.unary(opcode, x, actual, rows);
                    same(operator, expected, actual);
                    vector.unary(opcode, x, x, rows);
                    System.arraycopy(x, rows, actual, rows, 0);
                    sameStart(operator, expected, x, rows);
                    continue;
                }
                scalar.binary(opcode, x, y, expected, rows);
                vector.binary(opcode, x, y, actual, rows);
                same(operator, expected, actual);
                scalar.binary(opcode, x, constant, expected, rows);
                vector.binary(opcode, x, constant, actual, rows);
                same(operator, expected, actual);
                scalar.binary(opcode, constant, x, expected, rows);
                vector.binary(opcode, constant, x, actual, rows);
                same(operator, expected, actual);
                vector.binary(opcode, constant, x, x, rows);
                sameStart(operator, expected, x, rows);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 13, 16, 17, 31, 127, 255, 256})
    void sumsAgreeAtAwkwardSizes(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        double[] x = gaussian(random);
        double[] y = gaussian(random);
        double[] expected = gaussian(random, 3 * Sample.LANES);
        double[] actual = expected.clone();
        scalar.residualSquares(x, y, rows, expected);
        vector.residualSquares(x, y, rows, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.scaledResidualSquares(x, y, 0.3, 1.7, -0.2, rows, expected);
        vector.scaledResidualSquares(x, y, 0.3, 1.7, -0.2, rows, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.moments(x, y, 0.1, rows, expected);
        vector.moments(x, y, 0.1, rows, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.dot(x, y, rows, expected, Sample.LANES);
        vector.dot(x, y, rows, actual, Sample.LANES);
        assertThat(actual).isEqualTo(expected);
        scalar.sum(x, rows, expected, Sample.LANES);
        vector.sum(x, rows, actual, Sample.LANES);
        assertThat(actual).isEqualTo(expected);
        int padded = (rows + Sample.LANES - 1) / Sample.LANES * Sample.LANES;
        double[] out = new double[Sample.BLOCK];
        double[] vectorOut = new double[Sample.BLOCK];
        scalar.residual(x, y, 0.3, 1.7, -0.2, padded, out);
        vector.residual(x, y, 0.3, 1.7, -0.2, padded, vectorOut);
        assertThat(vectorOut).isEqualTo(out);
    }

    private static void same(Operator operator, double[] expected, double[] actual) {
        sameStart(operator, expected, actual, expected.length);
    }

    private static void sameStart(Operator operator, double[] expected, double[] actual, int rows) {
        for (int row = 0; row < rows; row++) {
            assertThat(Double.doubleToLongBits(actual[row]))
                    .as("%s at row %d: %s instead of %s", operator, row, actual[row], expected[row])
                    .isEqualTo(Double.doubleToLongBits(expected[row]));
        }
    }

    private static double[] values(SplittableRandom random) {
        double[] values = new double[Sample.BLOCK];
        for (int row = 0; row < values.length; row++) {
            values[row] = switch (random.nextInt(4)) {
                case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
                case 1 -> Double.longBitsToDouble(random.nextLong());
                case 2 -> random.nextInt(-9, 10);
                default -> 6 * random.nextDouble() - 3;
            };
        }
        return values;
    }

    private static double[] gaussian(SplittableRandom random) {
        return gaussian(random, Sample.BLOCK);
    }

    private static double[] gaussian(SplittableRandom random, int length) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
