package org.spolia.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DifferentiationTest {
    private static final double TURN = 2 * Math.PI;

    @Property(tries = 200)
    void finiteDifferencesAreExactForPolynomials(
            @ForAll @IntRange(min = 1, max = 4) int half,
            @ForAll @IntRange(max = 4) int order,
            @ForAll @DoubleRange(max = 0.8) double unevenness) {
        Axis axis = Axis.of("x", between(20, -1, 1, unevenness), Boundary.WALL);
        int degree = order + 2 * half - 1;

        Field derivative =
                Waves.on(axis, monomial(degree, 0)).derivative(0, order, Differentiation.finiteDifference(2 * half));

        double rounding = 1e-14 * Math.pow(20 / (1 - unevenness), order);
        assertThat(Waves.largestDifference(derivative, axis, monomial(degree, order)))
                .isLessThan(100 * rounding);
    }

    @Property(tries = 200)
    void savitzkyGolayIsExactForPolynomials(
            @ForAll @IntRange(min = 1, max = 7) int halfWidth,
            @ForAll @IntRange(max = 6) int degree,
            @ForAll @IntRange(max = 4) int order,
            @ForAll @DoubleRange(max = 0.8) double unevenness) {
        Assume.that(order <= degree && degree <= 2 * halfWidth);
        Axis axis = Axis.of("x", between(30, -1, 1, unevenness), Boundary.OPEN);

        Field derivative = Waves.on(axis, monomial(degree, 0))
                .derivative(0, order, Differentiation.savitzkyGolay(halfWidth, degree));

        double rounding = 1e-14 * Math.pow(30 / (1 - unevenness), order);
        assertThat(Waves.largestDifference(derivative, axis, monomial(degree, order)))
                .isLessThan(100 * rounding);
    }

    @Property(tries = 200)
    void spectralDerivativesAreExactForWhatTheGridResolves(
            @ForAll @IntRange(min = 5, max = 200) int points,
            @ForAll @IntRange(min = 1, max = 4) int order,
            @ForAll @IntRange(min = 1, max = 60) int cycles,
            @ForAll @DoubleRange(max = 6) double phase) {
        Assume.that(2 * cycles < points);
        Axis axis = Axis.even("x", points, -1, 3.0 / points, Boundary.PERIODIC);
        double k = TURN * cycles / 3;

        Field derivative = Waves.on(axis, Waves.sine(k, phase, 0)).derivative(0, order, Differentiation.spectral());

        double highest = Math.pow(Math.PI * points / 3, order);
        assertThat(Waves.largestDifference(derivative, axis, Waves.sine(k, phase, order)))
                .isLessThan(1e-12 * highest);
    }

    @Property(tries = 150)
    void errorsFallWithThePowerOfTheStepThatTheAccuracyNames(
            @ForAll @IntRange(min = 1, max = 3) int half,
            @ForAll @IntRange(min = 1, max = 4) int order,
            @ForAll Boundary boundary,
            @ForAll @DoubleRange(max = 0.3) double unevenness,
            @ForAll @DoubleRange(max = 6) double phase) {
        double coarse = error(32, half, order, boundary, unevenness, phase);
        double fine = error(64, half, order, boundary, unevenness, phase);

        // Below this, the rounding error of the values, divided by the step once for each order, dominates.
        double rounding = 1e-13 * Math.pow(64 / TURN / (1 - unevenness), order);
        assertThat(fine).isLessThan(coarse / Math.pow(2, 2 * half - 1) + rounding);
    }

    /** For a sine and a cosine together, because one of them may be nearly straight where the error is largest. */
    private static double error(int points, int half, int order, Boundary boundary, double unevenness, double phase) {
        double[] coordinates = between(points, 0, TURN, unevenness);
        Axis axis = boundary == Boundary.PERIODIC
                ? Axis.periodic("x", coordinates, TURN)
                : Axis.of("x", coordinates, boundary);
        double error = 0;
        for (double turned : new double[] {phase, phase + TURN / 4}) {
            Field derivative = Waves.on(axis, Waves.sine(1, turned, 0))
                    .derivative(0, order, Differentiation.finiteDifference(2 * half));
            error += Waves.largestDifference(derivative, axis, Waves.sine(1, turned, order));
        }
        return error;
    }

    @Test
    void savitzkyGolayKeepsNoiseDown() {
        Axis axis = Axis.even("x", 200, 0, TURN / 200, Boundary.PERIODIC);
        Random random = new Random(5);
        Field noisy = Waves.on(axis, x -> Math.sin(x) + 0.01 * random.nextGaussian());

        Field smooth = noisy.derivative(0, 2, Differentiation.savitzkyGolay(20, 4));
        Field rough = noisy.derivative(0, 2, Differentiation.finiteDifference(4));

        assertThat(Waves.largestDifference(smooth, axis, x -> -Math.sin(x))).isLessThan(0.5);
        assertThat(Waves.largestDifference(rough, axis, x -> -Math.sin(x))).isGreaterThan(20);
        assertThat(Waves.largestDifference(
                        noisy.derivative(0, 0, Differentiation.savitzkyGolay(20, 4)), axis, Math::sin))
                .isLessThan(0.01);
    }

    @Test
    void theHighestFrequencyHasNoOddDerivativeOnTheGrid() {
        Axis axis = Axis.even("x", 8, 0, TURN / 8, Boundary.PERIODIC);
        Field zigzag = Waves.on(axis, x -> Math.cos(4 * x));

        assertThat(Waves.largestDifference(zigzag.derivative(0, 1, Differentiation.spectral()), axis, x -> 0))
                .isLessThan(1e-13);
        assertThat(Waves.largestDifference(
                        zigzag.derivative(0, 2, Differentiation.spectral()), axis, x -> -16 * Math.cos(4 * x)))
                .isLessThan(1e-13);
    }

    @Test
    void derivativesGoAroundAPeriodicAxisAndStopAtAWall() {
        double[] step = new double[32];
        step[31] = 1;
        Differentiation differentiation = Differentiation.finiteDifference(2);

        Field ring = Field.of(Grid.of(Axis.even("x", 32, 0, 1, Boundary.PERIODIC)), step)
                .derivative(0, 1, differentiation);
        Field wall =
                Field.of(Grid.of(Axis.even("x", 32, 0, 1, Boundary.WALL)), step).derivative(0, 1, differentiation);

        assertThat(ring.value(0)).isEqualTo(-0.5);
        assertThat(wall.value(0)).isZero();
        assertThat(wall.value(31)).isEqualTo(1.5);
    }

    @Test
    void eachAxisOfAGridIsDifferentiatedAlone() {
        Axis t = Axis.even("t", 12, 0, 0.1, Boundary.OPEN);
        Axis x = Axis.even("x", 16, 0, TURN / 16, Boundary.PERIODIC);
        Axis y = Axis.of("y", between(10, 0, 1, 0.3), Boundary.WALL);
        Grid grid = Grid.of(t, x, y);
        double[] values = new double[grid.size()];
        double[] expected = new double[grid.size()];
        for (int point = 0; point < values.length; point++) {
            double atT = t.coordinate(point / grid.stride(0));
            double atX = x.coordinate(point / grid.stride(1) % 16);
            double atY = y.coordinate(point % 10);
            values[point] = atT * atT * Math.sin(atX) * atY * atY * atY;
            expected[point] = 2 * atT * Math.cos(atX) * 6 * atY;
        }

        Field mixed = Field.of(grid, values)
                .derivative(0, 1, Differentiation.finiteDifference(4))
                .derivative(1, 1, Differentiation.spectral())
                .derivative(2, 2, Differentiation.finiteDifference(4));

        assertThat(mixed.values()).containsExactly(expected, within(1e-9));
    }

    @Test
    void aFallingAxisHasTheDerivativesOfARisingOne() {
        double[] rising = between(20, 0, 1, 0.4);
        double[] falling =
                IntStream.range(0, 20).mapToDouble(i -> rising[19 - i]).toArray();
        Differentiation differentiation = Differentiation.finiteDifference(4);
        DoubleUnaryOperator exponential = Math::exp;

        double[] up = Waves.on(Axis.of("x", rising, Boundary.WALL), exponential)
                .derivative(0, 3, differentiation)
                .values();
        double[] down = Waves.on(Axis.of("x", falling, Boundary.WALL), exponential)
                .derivative(0, 3, differentiation)
                .values();

        for (int i = 0; i < 20; i++) {
            assertThat(down[19 - i]).isCloseTo(up[i], within(1e-9));
        }
    }

    @Test
    void whatCannotBeDifferentiatedIsRefused() {
        Field wall = Field.of(Grid.of(Axis.even("y", 5, 0, 1, Boundary.WALL)), new double[5]);

        assertThatThrownBy(() -> wall.derivative(0, 1, Differentiation.spectral()))
                .hasMessage("Axis 'y' is not periodic; a Fourier series needs a periodic axis with even steps, "
                        + "otherwise use finite differences");
        assertThatThrownBy(() -> wall.derivative(0, 2, Differentiation.finiteDifference(4)))
                .hasMessage("Axis 'y' has 5 points where 6 are needed; ask for less accuracy, a lower order or a "
                        + "narrower window");
        assertThatThrownBy(() -> wall.derivative(0, 5, Differentiation.finiteDifference(2)))
                .hasMessage("Order 5 of a derivative is not between 0 and 4");
        assertThatThrownBy(() -> wall.derivative(0, 3, Differentiation.savitzkyGolay(2, 2)))
                .hasMessage("A polynomial of degree 2 has no derivative of order 3; raise the degree");
        assertThatThrownBy(() -> Differentiation.savitzkyGolay(2, 5))
                .hasMessage("A window of 5 points has no least squares of degree 5; the half width is at least 1 and "
                        + "the degree less than the points");
        assertThatThrownBy(() -> Differentiation.finiteDifference(3)).hasMessage("Accuracy 3 is not 2, 4, 6 or 8");
    }

    /** Coordinates whose steps vary by this share around their mean. */
    private static double[] between(int points, double from, double to, double unevenness) {
        return Arrays.stream(IntStream.range(0, points).toArray())
                .mapToDouble(i -> i / (double) points)
                .map(s -> from + (to - from) * (s + unevenness * Math.sin(TURN * s) / TURN))
                .toArray();
    }

    private static DoubleUnaryOperator monomial(int degree, int order) {
        double factor = 1;
        for (int k = 0; k < order; k++) {
            factor *= degree - k;
        }
        double times = factor;
        return x -> order > degree ? 0 : times * Math.pow(x, degree - order);
    }
}
