package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.expression.Decimal;

class NumberTextTest {
    @Property
    void wholeNumbersThatSpoliaWritesAreRead(@ForAll @DoubleRange(min = 1e15, max = 1e17) double value) {
        double whole = Math.rint(value);

        assertThat(NumberText.parse(Decimal.shortest(whole), '.')).isEqualTo(whole);
        assertThat(NumberText.parse(Decimal.shortest(-whole), '.')).isEqualTo(-whole);
    }

    /** Identifiers of objects of Gaia are such numbers: neighbours would become one. */
    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "-36028797018963969", "4472832130942575873", "72057594037927937"})
    void integersThatWouldChangeAreRefused(String text) {
        assertThatThrownBy(() -> NumberText.parse(text, '.'))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("is an integer beyond 2^53 that a double cannot hold exactly");
    }
}
