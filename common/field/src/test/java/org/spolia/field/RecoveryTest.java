package org.spolia.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** u_t = -v u_x + δ u_xx among terms that do not occur in it, from its exact solution at 64 times and 256 positions. */
class RecoveryTest {
    private static final double SPEED = 0.7;
    private static final double DIFFUSIVITY = 0.05;
    private static final double[][] MODES = {{1, 1.0, 0.3}, {2, 0.8, 1.1}, {3, 0.5, 2.5}, {5, 0.4, 4.0}, {8, 0.2, 5.2}};
    private static final Grid GRID = Grid.of(
            Axis.even("t", 64, 0, 2.0 / 63, Boundary.OPEN),
            Axis.even("x", 256, 0, 2 * Math.PI / 256, Boundary.PERIODIC));

    @Test
    void derivativesOfFramesWithoutNoiseGiveTheEquation() {
        Field u = frames(0, 0);
        Differentiation inTime = Differentiation.finiteDifference(6);
        Differentiation inSpace = Differentiation.spectral();
        Field slope = u.derivative(1, 1, inSpace);

        double[] found = coefficients(
                u.derivative(0, 1, inTime).values(),
                slope.values(),
                u.derivative(1, 2, inSpace).values(),
                u.values(),
                product(u, u).values(),
                product(u, slope).values(),
                u.derivative(1, 3, inSpace).values());

        recovers(found, 0.01);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void weakFormsOfFramesWithNoiseGiveTheEquation(long seed) {
        Field u = frames(0.01, seed);
        Field square = product(u, u);
        WeakForm weak = WeakForm.of(GRID, new WeakFormWindow(14, 7, 3), new WeakFormWindow(24, 7, 5));

        double[] found = coefficients(
                weak.means(u, 1, 0),
                weak.means(u, 0, 1),
                weak.means(u, 0, 2),
                weak.means(u, 0, 0),
                weak.means(square, 0, 0),
                weak.means(square, 0, 1),
                weak.means(u, 0, 3));

        recovers(found, 0.05);
    }

    /** The terms of the equation are accurate to this share, the others negligible compared with the speed. */
    private static void recovers(double[] found, double share) {
        assertThat(found[0]).isCloseTo(-SPEED, within(share * SPEED));
        assertThat(found[1]).isCloseTo(DIFFUSIVITY, within(share * DIFFUSIVITY));
        for (int term = 2; term < found.length; term++) {
            assertThat(found[term]).isCloseTo(0, within(share * SPEED));
        }
    }

    private static Field frames(double noise, long seed) {
        double[] values = new double[GRID.size()];
        double square = 0;
        for (int point = 0; point < values.length; point++) {
            double t = GRID.axis(0).coordinate(point / 256);
            double x = GRID.axis(1).coordinate(point % 256);
            for (double[] mode : MODES) {
                double k = mode[0];
                values[point] += mode[1] * Math.exp(-DIFFUSIVITY * k * k * t) * Math.cos(k * (x - SPEED * t) + mode[2]);
            }
            square += values[point] * values[point];
        }
        Random random = new Random(seed);
        double deviation = noise * Math.sqrt(square / values.length);
        for (int point = 0; noise > 0 && point < values.length; point++) {
            values[point] += deviation * random.nextGaussian();
        }
        return Field.of(GRID, values);
    }

    private static Field product(Field a, Field b) {
        double[] product = a.values();
        for (int point = 0; point < product.length; point++) {
            product[point] *= b.value(point);
        }
        return Field.of(a.grid(), product);
    }

    private static double[] coefficients(double[] target, double[]... terms) {
        LeastSquares fit = LeastSquares.of(terms);
        double[] coefficients = new double[terms.length];
        for (int term = 0; term < terms.length; term++) {
            double[] weights = fit.weights(term);
            for (int row = 0; row < target.length; row++) {
                coefficients[term] += weights[row] * target[row];
            }
        }
        return coefficients;
    }
}
