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
}
