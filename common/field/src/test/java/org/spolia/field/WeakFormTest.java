package org.spolia.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeakFormTest {
    private static final double TURN = 2 * Math.PI;

    /**
     * Both integrands end flat, so the trapezoid rule gives equal results for both sides of the integration by parts.
     */
    @Property(tries = 100)
    void theMeanOfADerivativeIsThatOfTheDifferentiatedField(
            @ForAll @IntRange(max = 3) int order,
            @ForAll @IntRange(min = 1, max = 5) int cycles,
            @ForAll @DoubleRange(max = 6) double phase,
            @ForAll Boundary boundary,
            @ForAll @IntRange(min = 1, max = 7) int stride) {
        Axis axis = Axis.even("x", 160, 0, TURN / 160, boundary);
        WeakForm weak = WeakForm.of(Grid.of(axis), new WeakFormWindow(20, 12, stride));

        double[] moved = weak.means(Waves.on(axis, Waves.sine(cycles, phase, 0)), order);
        double[] direct = weak.means(Waves.on(axis, Waves.sine(cycles, phase, order)), 0);

        assertThat(moved).containsExactly(direct, within(1e-6 * Math.pow(cycles, order)));
    }

    @Test
    void aConstantHasItselfAsMeanAndNoDerivative() {
        double[] uneven = IntStream.range(0, 60)
                .mapToDouble(i -> -Math.cos(Math.PI * (i + 0.5) / 60))
                .toArray();
        Axis axis = Axis.of("y", uneven, Boundary.WALL);
        WeakForm weak = WeakForm.of(Grid.of(axis), new WeakFormWindow(9, 6, 1));

        assertThat(weak.rows()).isEqualTo(42);
        assertThat(weak.means(Waves.on(axis, x -> 3), 0)).containsExactly(constant(weak, 3), within(1e-14));
        // The steps of the trapezoid rule are uneven, so its sum of a derivative is small but not zero.
        assertThat(weak.means(Waves.on(axis, x -> 3), 1)).containsExactly(constant(weak, 0), within(0.02));
    }

    @Test
    void windowsGoAroundAPeriodicAxisAndStayInsideWalls() {
        WeakFormWindow window = new WeakFormWindow(4, 3, 2);
        WeakForm ring = WeakForm.of(Grid.of(Axis.even("x", 11, 0, 1, Boundary.PERIODIC)), window);
        WeakForm wall = WeakForm.of(Grid.of(Axis.even("x", 11, 0, 1, Boundary.WALL)), window);

        assertThat(ring.centres(0)).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(wall.centres(0)).containsExactly(4, 6);
    }

    @Test
    void rowsAreAllCombinationsOfWindows() {
        Grid grid = Grid.of(Axis.even("t", 20, 0, 0.1, Boundary.OPEN), Axis.even("x", 24, 0, 0.5, Boundary.PERIODIC));
        double[] values = new double[grid.size()];
        for (int point = 0; point < values.length; point++) {
            values[point] = 2 * (point / 24) * 0.1 + 5;
        }
        WeakForm weak = WeakForm.of(grid, new WeakFormWindow(5, 4, 5), new WeakFormWindow(4, 4, 8));

        assertThat(weak.rows()).isEqualTo(2 * 3);
        assertThat(weak.centres(0)).containsExactly(0.5, 0.5, 0.5, 1, 1, 1);
        assertThat(weak.centres(1)).containsExactly(0, 4, 8, 0, 4, 8);
        assertThat(weak.means(Field.of(grid, values), 0, 0))
                .containsExactly(new double[] {6, 6, 6, 7, 7, 7}, within(1e-12));
        assertThat(weak.means(Field.of(grid, values), 1, 0)).containsExactly(constant(weak, 2), within(1e-2));
        assertThat(weak.means(Field.of(grid, values), 0, 1)).containsExactly(constant(weak, 0), within(1e-12));
    }

    @Test
    void windowsThatDoNotFitAreRefused() {
        Grid grid = Grid.of(Axis.even("t", 8, 0, 1, Boundary.OPEN));
        WeakForm weak = WeakForm.of(grid, new WeakFormWindow(3, 2, 1));

        assertThatThrownBy(() -> WeakForm.of(grid, new WeakFormWindow(4, 2, 1)))
                .hasMessage("Axis 't' has 8 points where a window has 9; narrow the window");
        assertThatThrownBy(() -> weak.means(Field.of(grid, new double[8]), 2))
                .hasMessage("Test functions of power 2 along axis 't' take no derivative of order 2; it is at least 0 "
                        + "and below the power");
        assertThatThrownBy(() ->
                        weak.means(Field.of(Grid.of(Axis.even("t", 8, 0, 2, Boundary.OPEN)), new double[8]), 0))
                .hasMessage("Field is on another grid than its weak form; use a weak form on the field's grid");
        assertThatThrownBy(() -> new WeakFormWindow(1, 2, 1))
                .hasMessage("Window has half width 1, power 2 and stride 1; they are at least 2, 1 and 1");
    }

    private static double[] constant(WeakForm weak, double value) {
        double[] values = new double[weak.rows()];
        Arrays.fill(values, value);
        return values;
    }
}
