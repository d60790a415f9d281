package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the functions are at the edges of their domains; signs of zeros count. */
class KernelDomainTest {

    @ParameterizedTest
    @CsvSource({
        "exp, 0, 1",
        "exp, -Infinity, 0",
        "exp, -745.2, 0",
        "exp, 709.8, Infinity",
        "exp, Infinity, Infinity",
        "log, 1, 0",
        "log, 0, -Infinity",
        "log, -0.0, -Infinity",
        "log, -4.9e-324, NaN",
        "log, -Infinity, NaN",
        "log, Infinity, Infinity",
        "log2, -0.0, -Infinity",
        "log2, 8, 3",
        "log2, 4.9e-324, -1074",
        "log10, 1000, 3",
        "log10, 1, 0",
        "log10, -1, NaN",
        "log10, Infinity, Infinity",
        "cbrt, -27, -3",
        "cbrt, -0.0, -0.0",
        "cbrt, -Infinity, -Infinity",
        "erf, -0.0, -0.0",
        "erf, -Infinity, -1",
        "erfc, 0, 1",
        "erfc, -Infinity, 2",
        "erfc, Infinity, 0",
        "sin, -0.0, -0.0",
        "sin, Infinity, NaN",
        "cos, -0.0, 1",
        "cos, -Infinity, NaN",
        "tan, -0.0, -0.0",
        "tan, Infinity, NaN",
        "sinh, -0.0, -0.0",
        "sinh, -711, -Infinity",
        "cosh, 0, 1",
        "cosh, -Infinity, Infinity",
        "tanh, -0.0, -0.0",
        "tanh, -Infinity, -1",
        "tanh, 20, 1",
        "asin, -0.0, -0.0",
        "asin, 1, 1.5707963267948966",
        "asin, 1.0000000000000002, NaN",
        "acos, 1, 0",
        "acos, -1, 3.141592653589793",
        "acos, -1.0000000000000002, NaN",
        "atan, -0.0, -0.0",
        "atan, -Infinity, -1.5707963267948966",
        "li2, 0, 0",
        "li2, 1, 1.6449340668482264",
        "li2, Infinity, -Infinity",
        "li2, -Infinity, -Infinity",
    })
    void functionAtTheEdge(String name, double x, Double expected) {
        assertThat(Kernel.named(name).scalar().apply(x, 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "-3, 0, 1",
        "Infinity, 0, NaN",
        "NaN, 0, NaN",
        "NaN, -1, NaN",
        "NaN, -2.5, NaN",
        "NaN, -Infinity, NaN",
        "1, NaN, NaN",
        "1, Infinity, NaN",
        "0, 2.5, 0",
        "-0.0, 3, -0.0",
        "-0.0, 2, 0",
        "0, -1, NaN",
        "0, -Infinity, NaN",
        "-2, 3, -8",
        "-2, -2, 0.25",
        "-2, 0.5, NaN",
        "-2, 9007199254740991, -Infinity",
        "-8, 0.3333333333333333, NaN",
        "-Infinity, 3, -Infinity",
        "-Infinity, -3, -0.0",
        "-Infinity, 0.5, NaN",
        "2, 1024, Infinity",
        "2, -1074, 4.9e-324",
        "2, -1076, 0",
        "2, Infinity, Infinity",
        "0.5, Infinity, 0",
    })
    void powerAtTheEdge(double x, double y, Double expected) {
        assertThat(Power.pow(x, y)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "exp", "log", "log2", "log10", "cbrt", "erf", "erfc", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin",
        "acos", "atan", "li2", "pow"
    })
    void nanInIsNanOut(String name) {
        assertThat(Kernel.named(name).scalar().apply(Double.NaN, 1)).isNaN();
    }
}
