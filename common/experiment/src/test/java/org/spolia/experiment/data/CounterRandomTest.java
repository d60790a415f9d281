package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.Moments;

class CounterRandomTest {
    private static final int DRAWS = 200_000;

    private final CounterRandom random = CounterRandom.of(ContentHash.of("test").add(7));

    @Test
    void uniformDrawsFillTheUnitInterval() {
        double[] draws = IntStream.range(0, DRAWS).mapToDouble(random::uniform).toArray();

        assertThat(Moments.mean(draws)).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / DRAWS)));
        assertThat(Moments.populationVariance(draws)).isCloseTo(1.0 / 12, within(1e-3));
        assertThat(Arrays.stream(draws).boxed()).allMatch(draw -> draw >= 0 && draw < 1);
    }

    @Test
    void normalDrawsHaveTheMomentsOfANormal() {
        double[] draws = IntStream.range(0, DRAWS).mapToDouble(random::normal).toArray();
        double[] fourth = IntStream.range(0, DRAWS)
                .mapToDouble(i -> draws[i] * draws[i] * draws[i] * draws[i])
                .toArray();
        long inside =
                IntStream.range(0, DRAWS).filter(i -> Math.abs(draws[i]) < 1).count();

        assertThat(Moments.mean(draws)).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
        assertThat(Moments.populationVariance(draws)).isCloseTo(1, within(0.02));
        assertThat(Moments.mean(fourth)).isCloseTo(3, within(0.15));
        assertThat((double) inside / DRAWS).isCloseTo(0.6826894921370859, within(0.006));
    }

    @Test
    void neighboursAndOtherKeysAreUncorrelated() {
        CounterRandom other = CounterRandom.of(ContentHash.of("test").add(8));
        double[] lagged = IntStream.range(0, DRAWS)
                .mapToDouble(i -> random.normal(i) * random.normal(i + 1))
                .toArray();
        double[] crossed = IntStream.range(0, DRAWS)
                .mapToDouble(i -> random.normal(i) * other.normal(i))
                .toArray();

        assertThat(Moments.mean(lagged)).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
        assertThat(Moments.mean(crossed)).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
    }

    @Test
    void aDrawDependsOnKeyAndCounterAlone() {
        CounterRandom again = CounterRandom.of(ContentHash.of("test").add(7));

        assertThat(again.bits(123_456_789_012L)).isEqualTo(random.bits(123_456_789_012L));
    }
}
