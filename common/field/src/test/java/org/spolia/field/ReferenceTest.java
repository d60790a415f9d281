package org.spolia.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scipy and numpy, whose values src/test/python/references.py wrote. */
class ReferenceTest {
    private static final List<String[]> REFERENCES = read();

    @ParameterizedTest
    @ValueSource(ints = {30, 53, 64})
    void spectralDerivativesAreThoseOfFftpack(int points) {
        for (int order = 1; order <= 4; order++) {
            agrees("spectral-" + points, order, Boundary.PERIODIC, Differentiation.spectral(), 1e-15);
        }
    }

    @ParameterizedTest
    @CsvSource({"savitzky-golay-ring, PERIODIC", "savitzky-golay-wall, WALL"})
    void savitzkyGolayIsThatOfScipy(String name, Boundary boundary) {
        for (int order = 0; order < 4; order++) {
            agrees(name, order, boundary, Differentiation.savitzkyGolay(4, 4), 2e-14);
        }
    }

    @Test
    void finiteDifferencesAreThoseOfNumpyAndOfInterpolation() {
        agrees("second-order-even", 1, Boundary.WALL, Differentiation.finiteDifference(2), 1e-14);
        agrees("second-order-uneven", 1, Boundary.OPEN, Differentiation.finiteDifference(2), 1e-14);
        agrees("fourth-order-uneven", 1, Boundary.WALL, Differentiation.finiteDifference(4), 1e-14);
        agrees("fourth-order-uneven", 3, Boundary.WALL, Differentiation.finiteDifference(4), 1e-14);
    }

    @Test
    void weakFormsAreTheIntegralsOfQuadrature() {
        for (int order = 0; order < 4; order++) {
            List<String[]> lines = lines("weak-even", order);
            Axis axis = Axis.of("x", column(lines, 2), Boundary.OPEN);
            Field field = Field.of(Grid.of(axis), column(lines, 3));
            double[] means =
                    WeakForm.of(field.grid(), new WeakFormWindow(20, 12, 1)).means(field, order);

            double[] expected = column(lines.subList(20, lines.size() - 20), 4);
            // The trapezoid rule over 40 steps has a larger error for a derivative that ends less flat.
            assertThat(means).containsExactly(expected, within(Math.pow(10, order - 10)));
        }
    }

    private static void agrees(
            String name, int order, Boundary boundary, Differentiation differentiation, double tolerance) {
        List<String[]> lines = lines(name, order);
        Axis axis = Axis.of("x", column(lines, 2), boundary);

        Field derivative = Field.of(Grid.of(axis), column(lines, 3)).derivative(0, order, differentiation);

        double amplification = Math.pow(2 * Math.PI / shortestStep(axis), order);
        assertThat(derivative.values()).containsExactly(column(lines, 4), within(tolerance * amplification));
    }

    private static double shortestStep(Axis axis) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < axis.size(); i++) {
            shortest = Math.min(shortest, axis.coordinate(i) - axis.coordinate(i - 1));
        }
        return shortest;
    }

    private static List<String[]> lines(String name, int order) {
        List<String[]> lines = REFERENCES.stream()
                .filter(line -> line[0].equals(name) && line[1].equals(Integer.toString(order)))
                .toList();
        assertThat(lines).as("references of %s", name).isNotEmpty();
        return lines;
    }

    private static double[] column(List<String[]> lines, int column) {
        return lines.stream()
                .mapToDouble(line -> line[column].equals("nan") ? Double.NaN : Double.parseDouble(line[column]))
                .toArray();
    }

    private static List<String[]> read() {
        try (InputStream stream = ReferenceTest.class.getResourceAsStream("references.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
