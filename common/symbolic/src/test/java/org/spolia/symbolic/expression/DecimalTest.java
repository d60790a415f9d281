package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @Property(tries = 5000)
    void readsBackToTheSameBits(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            String text = Decimal.shortest(value);
            assertThat(Double.doubleToRawLongBits(Double.parseDouble(text))).isEqualTo(bits);
            assertThat(text.replaceAll("e.*|[-.]", "").replaceAll("^0+|0+$", "").length())
                    .isLessThanOrEqualTo(17);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1, 1",
        "-2.5, -2.5",
        "1e-5, 0.00001",
        "1e-6, 1e-6",
        "1e22, 1e+22",
        "123456789012, 123456789012",
        "2e-3, 0.002",
        "5e-324, 5e-324",
        "-0.0, -0.0"
    })
    void usesFewDigits(double value, String text) {
        assertThat(Decimal.shortest(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1e16, 10000000000000000",
        "1e17, 1e+17",
        "1.5e17, 1.5e+17",
        "-1.25e-7, -1.25e-7",
        "1.5e-5, 0.000015",
        "0.0, 0",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void longNumbersHaveAnExponent(double value, String text) {
        assertThat(Decimal.shortest(value)).isEqualTo(text);
        assertThat(Decimal.rounded(value, 3)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "3.14159, 3, 3.14",
        "2.71828, 1, 3",
        "-1234.5, 2, -1200",
        "0.000123456, 2, 0.00012",
        "123456e20, 3, 1.23e+25",
        "0.1, 16, 0.1",
        "0.30000000000000004, 16, 0.3",
        "0.30000000000000004, 17, 0.30000000000000004",
        "0.1, 17, 0.1",
        "0.1, 40, 0.1"
    })
    void fewerDigitsAreForPeople(double value, int digits, String text) {
        assertThat(Decimal.rounded(value, digits)).isEqualTo(text);
    }
}
