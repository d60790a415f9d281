package org.spolia.symbolic.search.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundValuesTest {
    @ParameterizedTest
    @ValueSource(doubles = {3, -0.75, 2 * Math.PI, Math.PI / 12, 1 / (2 * Math.PI), -4 / (3 * Math.PI)})
    void whatAFormulaHasIsNamedInFewBits(double value) {
        assertThat(RoundValues.nameBits(value)).isLessThan(18);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15916, 1.2345678, Math.E, Math.PI * Math.PI})
    void otherNumbersHaveNoName(double value) {
        assertThat(RoundValues.nameBits(value)).isInfinite();
    }
}
