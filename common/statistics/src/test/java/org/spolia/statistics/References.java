package org.spolia.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The output of src/test/python/probes.py: a name and numbers on each line; lines with the same name are the rows of a
 * matrix.
 */
public final class References {
    private References() {}

    public static double[][] matrix(String name) {
        try (InputStream stream = References.class.getResourceAsStream("probes.csv")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(name))
                    .map(cells -> Arrays.stream(cells)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] vector(String name) {
        return matrix(name)[0];
    }

    public static double number(String name) {
        return matrix(name)[0][0];
    }

    public static int[] integers(String name) {
        return Arrays.stream(vector(name)).mapToInt(value -> (int) value).toArray();
    }
}
