package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.expression.Expression;

class PlaceboTest {
    private static final List<String> X = List.of("x");

    /** From mpmath: sin(x**2), log(1 + x**2)**1.5 and exp(-cos(x)) at 1.3. */
    @Test
    void valuesAgreeWithMpmath() {
        assertThat(Placebo.sineOfSquare(1.3)).isCloseTo(0.9929036510941185, within(1e-15));
        assertThat(Placebo.powerOfLogarithm(1.3)).isCloseTo(0.9843528821925213, within(1e-15));
        assertThat(Placebo.exponentialOfCosine(1.3)).isCloseTo(0.7652912270656275, within(1e-15));
    }

    @Test
    void otherProgramsGetTheFormula() {
        Expression sum = Expression.parse("placebo1(x+1)+placebo2(x)*placebo3(2*x)", X);

        assertThat(sum.infix(X)).isEqualTo("placebo1(x + 1) + placebo2(x)*placebo3(2*x)");
        assertThat(sum.sympy(X)).isEqualTo("sin((x + 1)**2) + (log(1 + (x)**2)**1.5)*exp(-cos(2*x))");
    }
}
