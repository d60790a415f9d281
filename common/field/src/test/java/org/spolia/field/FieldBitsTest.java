package org.spolia.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same bits on each JDK: nothing here calls a function whose bits may change. */
class FieldBitsTest {
    @Test
    void derivativesAndIntegralsHaveTheBitsThatTheyHad() {
        Grid grid = Grid.of(Axis.even("t", 30, 0, 0.1, Boundary.OPEN), Axis.even("x", 106, 0, 0.2, Boundary.PERIODIC));
        Random random = new Random(1);
        Field noise = Field.of(grid, random.doubles(grid.size()).toArray());
        WeakForm weak = WeakForm.of(grid, new WeakFormWindow(6, 5, 2), new WeakFormWindow(9, 5, 3));

        assertThat(IntStream.of(
                                digest(noise.derivative(1, 3, Differentiation.spectral())
                                        .values()),
                                digest(noise.derivative(0, 2, Differentiation.finiteDifference(6))
                                        .values()),
                                digest(noise.derivative(0, 1, Differentiation.savitzkyGolay(5, 3))
                                        .values()),
                                digest(weak.means(noise, 1, 2)))
                        .toArray())
                .containsExactly(-294645254, 698707920, -205208966, 32349579);
    }

    private static int digest(double[] values) {
        return Arrays.hashCode(values);
    }
}
