package org.spolia.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void coordinatesInSinglePrecisionAreEven() {
        double[] stored = IntStream.range(0, 512)
                .mapToDouble(i -> (float) (100 + i / 511.0))
                .toArray();

        Axis axis = Axis.of("x", stored, Boundary.WALL);

        assertThat(axis.isEven()).isTrue();
        assertThat(axis.step()).isCloseTo(1 / 511.0, within(1e-8));
    }

    @Test
    void chebyshevNodesAreUneven() {
        double[] nodes = IntStream.range(0, 32)
                .mapToDouble(i -> -Math.cos(Math.PI * i / 31))
                .toArray();

        assertThat(Axis.of("y", nodes, Boundary.WALL).isEven()).isFalse();
    }

    @Test
    void pointsOfAPeriodicAxisGoOnAtBothEnds() {
        Axis even = Axis.even("x", 4, 1, 0.5, Boundary.PERIODIC);
        Axis uneven = Axis.periodic("x", new double[] {0, 1, 3}, 4);

        assertThat(even.coordinate(-1)).isEqualTo(0.5);
        assertThat(even.coordinate(5)).isEqualTo(3.5);
        assertThat(uneven.coordinate(-1)).isEqualTo(-1);
        assertThat(uneven.coordinate(7)).isEqualTo(9);
        assertThat(uneven.isEven()).isFalse();
    }

    @Test
    void aPeriodThatTheStepsDoNotFillIsUneven() {
        assertThat(Axis.periodic("x", new double[] {0, 1, 2}, 3).isEven()).isTrue();
        assertThat(Axis.periodic("x", new double[] {0, 1, 2}, 3.5).isEven()).isFalse();
    }

    @Test
    void coordinatesThatMakeNoAxisAreRefused() {
        assertThatThrownBy(() -> Axis.of("x", new double[] {1}, Boundary.WALL))
                .hasMessage("Axis 'x' has 1 points; a direction needs at least 2");
        assertThatThrownBy(() -> Axis.of("x", new double[] {1, 2, 2}, Boundary.WALL))
                .hasMessage(
                        "Axis 'x' goes from 2.0 to 2.0 at point 2; coordinates are finite and rise or fall strictly");
        assertThatThrownBy(() -> Axis.of("x", new double[] {1, Double.NaN}, Boundary.WALL))
                .hasMessageStartingWith("Axis 'x' goes from 1.0 to NaN");
        assertThatThrownBy(() -> Axis.of("x", new double[] {0, 1, 3}, Boundary.PERIODIC))
                .hasMessage("Axis 'x' is periodic and its steps are uneven; give its period with Axis.periodic");
        assertThatThrownBy(() -> Axis.periodic("x", new double[] {0, 1, 3}, 3))
                .hasMessageStartingWith("Axis 'x' has the period 3.0 and 3.0 between its first and last point");
    }

    @Test
    void aFieldHasAValueForEachPoint() {
        Grid grid = Grid.of(Axis.even("t", 3, 0, 1, Boundary.OPEN), Axis.even("x", 4, 0, 1, Boundary.PERIODIC));

        assertThat(grid.size()).isEqualTo(12);
        assertThat(grid.stride(0)).isEqualTo(4);
        assertThatThrownBy(() -> Field.of(grid, new float[11]))
                .hasMessage("Field has 11 values and its grid 12 points; give one for each");
    }
}
