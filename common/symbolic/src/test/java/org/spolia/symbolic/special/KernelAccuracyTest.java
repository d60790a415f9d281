package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values to 30 digits, which src/test/python/references.py computed with mpmath. */
class KernelAccuracyTest {

    @ParameterizedTest
    @CsvSource({
        "exp, 1",
        "log, 1",
        "log2, 2",
        "log10, 2",
        "cbrt, 1",
        "erf, 2",
        "erfc, 4",
        "sin, 1",
        "cos, 1",
        "tan, 2",
        "sinh, 2",
        "cosh, 2",
        "tanh, 2",
        "asin, 1",
        "acos, 1",
        "atan, 1",
        "pow, 2",
        "asinh, 2",
        "acosh, 3",
        "atanh, 3",
        "log1p, 2",
        "gamma, 8",
        "lambertw, 4",
        "logistic, 2"
    })
    void errorStaysWithinUlps(String name, double ulps) throws IOException {
        Kernel kernel = Kernel.named(name);
        List<String[]> references = references(name);
        assertThat(references).hasSizeGreaterThan(20);
        for (String[] row : references) {
            double x = Double.parseDouble(row[1]);
            double y = Double.parseDouble(row[2]);
            assertThat(error(kernel.scalar().apply(x, y), new BigDecimal(row[3])))
                    .as("%s(%s, %s)", name, x, y)
                    .isLessThanOrEqualTo(ulps);
        }
    }

    /**
     * Relative to 1 or to the value, whichever is larger: these functions have zeros at which no digit can be right.
     */
    @ParameterizedTest
    @CsvSource({"lgamma, 8e-16", "digamma, 1.5e-15", "j0, 1e-15", "j1, 1e-15"})
    void errorStaysSmallNearZeros(String name, double tolerance) throws IOException {
        List<String[]> references = references(name);
        assertThat(references).hasSizeGreaterThan(20);
        for (String[] row : references) {
            double x = Double.parseDouble(row[1]);
            BigDecimal expected = new BigDecimal(row[3]);
            double scale = Math.max(1, Math.abs(expected.doubleValue()));
            assertThat(difference(Kernel.named(name).scalar().apply(x, 0), expected))
                    .as("%s(%s)", name, x)
                    .isLessThanOrEqualTo(tolerance * scale);
        }
    }

    @Test
    void dilogarithmStaysWithinItsScaledError() throws IOException {
        for (String[] row : references("li2")) {
            double x = Double.parseDouble(row[1]);
            BigDecimal expected = new BigDecimal(row[3]);
            double scale = Math.max(1, Math.abs(expected.doubleValue()));
            assertThat(difference(Dilogarithm.li2(x), expected))
                    .as("li2(%s)", x)
                    .isLessThanOrEqualTo(1e-15 * scale);
        }
    }

    private static double error(double result, BigDecimal expected) {
        return difference(result, expected) / Math.ulp(expected.doubleValue());
    }

    private static double difference(double result, BigDecimal expected) {
        return new BigDecimal(result).subtract(expected).abs().doubleValue();
    }

    private static List<String[]> references(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(KernelAccuracyTest.class.getResourceAsStream("references.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].equals(name))
                    .toList();
        }
    }
}
