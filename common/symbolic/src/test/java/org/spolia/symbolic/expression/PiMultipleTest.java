package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiMultipleTest {
    @ParameterizedTest
    @CsvSource({
        "3.141592653589793, pi",
        "-3.141592653589793, pi",
        "6.283185307179586, 2*pi",
        "1.5707963267948966, pi/2",
        "2.356194490192345, 3*pi/4",
        "314.1592653589793, 100*pi",
    })
    void simpleMultiplesHaveNames(double value, String name) {
        assertThat(PiMultiple.near(value).orElseThrow().text()).isEqualTo(name);
        assertThat(PiMultiple.near(value * (1 + 1e-13)).orElseThrow().text()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"0", "3.14", "3.14159265", "1", "0.3183098861837907", "317.3008580125691", "1e308"})
    void otherNumbersHaveNone(double value) {
        assertThat(PiMultiple.near(value)).isEmpty();
    }

    /**
     * A reader of the text may compute from left to right, or the quotient first. All get the same bits, or the number
     * has no name.
     */
    @Test
    void anExactNameHasOneValue() {
        int named = 0;
        for (int numerator = 1; numerator <= 100; numerator++) {
            for (int denominator : new int[] {1, 2, 3, 4, 6, 8, 12}) {
                double value = numerator * Math.PI / denominator;
                for (double near : new double[] {value, Math.nextUp(value), Math.nextDown(value)}) {
                    PiMultiple multiple = PiMultiple.exactly(near).orElse(null);
                    if (multiple != null) {
                        named++;
                        double quotientFirst = (double) multiple.numerator() / multiple.denominator() * Math.PI;
                        assertThat(quotientFirst).isEqualTo(near);
                        assertThat(multiple.numerator() * Math.PI / multiple.denominator())
                                .isEqualTo(near);
                    }
                }
            }
        }
        assertThat(named).isGreaterThan(100);
        assertThat(PiMultiple.exactly(2 * Math.PI)).isPresent();
        assertThat(PiMultiple.exactly(Math.nextUp(2 * Math.PI))).isEmpty();
    }

    @Test
    void theNumeratorHasTheSign() {
        assertThat(PiMultiple.near(-1.5 * Math.PI)).contains(new PiMultiple(-3, 2));
        assertThat(PiMultiple.near(-1.5 * Math.PI).orElseThrow().text()).isEqualTo("3*pi/2");
        assertThat(PiMultiple.near(-Math.PI / 12)).contains(new PiMultiple(-1, 12));
    }

    @Test
    void theFractionIsReducedAndItsNumeratorAtMost100() {
        assertThat(PiMultiple.near(Math.PI * 4 / 8)).contains(new PiMultiple(1, 2));
        assertThat(PiMultiple.near(Math.PI * 100 / 3)).contains(new PiMultiple(100, 3));
        assertThat(PiMultiple.near(-Math.PI * 100)).contains(new PiMultiple(-100, 1));
        assertThat(PiMultiple.near(Math.PI * 101)).isEmpty();
        assertThat(PiMultiple.near(Math.PI / 5)).isEmpty();
        assertThat(PiMultiple.near(7 * Math.PI * (1 + 3e-12))).isEmpty();
    }
}
