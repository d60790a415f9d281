package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.expression.Expression;

class PlaceboTest {
    private static final List<String> X = List.of("x");

    /** From Python's fractions: exact values of the sums at 13/10, rounded once. */
    @Test
    void valuesAgreeWithExactFractions() {
        assertThat(Placebo.ONE.value(1.3)).isCloseTo(-0.817110079503329, within(1e-15));
        assertThat(Placebo.TWO.value(1.3)).isCloseTo(1.8870136204419756, within(1e-15));
        assertThat(Placebo.THREE.value(1.3)).isCloseTo(0.7954270174186742, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e100, -1e200, Double.MAX_VALUE, -Double.MAX_VALUE})
    void farOutTheyAreFlat(double x) {
        for (Placebo placebo : List.of(Placebo.ONE, Placebo.TWO, Placebo.THREE)) {
            assertThat(placebo.value(x)).isCloseTo(0, within(1e-99));
            assertThat(placebo.derivative(x)).isCloseTo(0, within(1e-99));
        }
    }

    @Test
    void otherProgramsGetTheFormula() {
        Expression placebo = Expression.parse("placebo1(x + 1)", X);

        assertThat(placebo.infix(X)).isEqualTo("placebo1(x + 1)");
        assertThat(placebo.sympy(X))
                .isEqualTo("((0.69 + -0.98*(x + 1))/((x + 1 - (-1.09))**2 + 0.87)"
                        + " + (-0.93 + -0.21*(x + 1))/((x + 1 - (1.34))**2 + 1.65))");
    }
}
