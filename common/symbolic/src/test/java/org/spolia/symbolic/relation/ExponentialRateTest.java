package org.spolia.symbolic.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialRateTest {
    private static final Dictionary DICTIONARY =
            Dictionary.quotientsWith(2, 50, 1, 0).orElseThrow();

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.37, 1.5})
    void theRateOfALawIsFound(double rate) {
        OptionalDouble occupation = rate(x -> 1 / (Math.exp(rate * (x - 2)) + 0.5));
        OptionalDouble opening = rate(x -> 0.01 * (10.3 - x) / (Math.exp(rate * (10.3 - x)) - 1));

        assertThat(occupation).hasValueCloseTo(rate, within(1e-6 * rate));
        assertThat(opening).hasValueCloseTo(rate, within(1e-6 * rate));
    }

    @Test
    void aLawWithoutExponentialHasNoRate() {
        assertThat(rate(x -> (1 + x) / (2 - 0.1 * x))).isEmpty();
        assertThat(rate(x -> Math.sin(x) + Math.sqrt(x))).isEmpty();
        assertThat(rate(x -> 1.0)).isEmpty();
    }

    @Test
    void termsThatDependOnEachOtherHaveNone() {
        double[] x = new Random(2).doubles(DICTIONARY.rows(), 0, 10).toArray();
        double[] same = new double[x.length];
        Arrays.fill(same, 3);
        double[] target = Arrays.stream(x).map(value -> Math.exp(0.5 * value)).toArray();

        assertThat(ExponentialRate.of(DICTIONARY, new double[][] {same, x}, target))
                .isEmpty();
        assertThat(ExponentialRate.of(DICTIONARY, new double[][] {x, x}, new double[x.length]))
                .isEmpty();
    }

    @Test
    void noiseHidesIt() {
        Random random = new Random(3);
        assertThat(rate(x -> Math.exp(0.7 * x) + 1e-6 * random.nextGaussian())).isEmpty();
    }

    /** A coordinate from 0 to 10 is both a variable and the argument of the exponential. */
    private static OptionalDouble rate(DoubleUnaryOperator law) {
        Random random = new Random(2);
        double[] x = random.doubles(DICTIONARY.rows(), 0, 10).toArray();
        double[] target = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            target[row] = law.applyAsDouble(x[row]);
        }
        return ExponentialRate.of(DICTIONARY, new double[][] {x, x}, target);
    }
}
