package org.spolia.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.MedianInterval;
import org.spolia.statistics.Moments;
import org.spolia.statistics.SignFlip;
import org.spolia.statistics.SignFlipInterval;

class SetMeansTest {
    private static final double LEVEL = 0.95;

    @Test
    void seedsOfAProblemAreAveragedAndABlockThatLacksASetIsLeftOut() {
        SetMeans means = SetMeans.of(
                List.of("plain", "hill"),
                List.of(
                        outcome("a", "0", "plain", 0.25),
                        outcome("a", "0", "hill", 0.75),
                        outcome("a", "1", "plain", 0.5),
                        outcome("a", "1", "hill", 0.5),
                        outcome("a", "2", "plain", 0),
                        outcome("b", "0", "hill", 1),
                        outcome("c", "0", "hill", 0.5),
                        outcome("c", "0", "plain", 1)));

        assertThat(means.problems()).containsExactly("a", "c");
        assertThat(means.blocks()).isEqualTo(3);
        assertThat(means.means(0)).containsExactly(0.375, 1);
        assertThat(means.differences(1, 0)).containsExactly(0.25, -0.5);
        assertThat(means.total(1)).isEqualTo(1.75);
    }

    /**
     * With 6 values, only the extreme mean, that of a single value, is outside: 1 - 2/64 of the intervals contain the
     * centre.
     */
    @Test
    void theIntervalOfSixValuesIsTheirRange() {
        assertThat(SignFlipInterval.of(new double[] {0.3, -0.1, 0.2, 0.9, 0.4, 0.5}, LEVEL, 0))
                .isEqualTo(new ConfidenceInterval(-0.1, 0.9, 31));
        assertThat(MedianInterval.of(new double[] {0.3, -0.1, 0.2, 0.9, 0.4, 0.5}, LEVEL))
                .isEqualTo(new ConfidenceInterval(-0.1, 0.9, 6));
    }

    @Test
    void fiveValuesExcludeNothing() {
        assertThat(SignFlipInterval.of(new double[5], LEVEL, 0).upper()).isInfinite();
        assertThat(SignFlipInterval.of(new double[1], LEVEL, 0).lower()).isInfinite();
        assertThat(MedianInterval.of(new double[5], LEVEL).lower()).isInfinite();
        assertThat(MedianInterval.of(new double[0], LEVEL).lower()).isInfinite();
        assertThatThrownBy(() -> SignFlipInterval.of(new double[0], LEVEL, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Conover, table A3: the 95 % interval of the median of 16 values is from the 4th to the 13th, and of 25 from the
     * 8th to the 18th.
     */
    @Test
    void intervalsOfMediansAreTabulatedOrderStatistics() {
        assertThat(MedianInterval.of(counted(16), LEVEL)).isEqualTo(new ConfidenceInterval(4, 13, 16));
        assertThat(MedianInterval.of(counted(25), LEVEL)).isEqualTo(new ConfidenceInterval(8, 18, 25));
    }

    @Property(tries = 200)
    void aCentreInsideIsNotRejectedAndOneOutsideIs(
            @ForAll @Size(min = 6, max = 10) List<@DoubleRange(min = -1, max = 1) Double> list) {
        double[] values = list.stream().mapToDouble(value -> value).toArray();
        ConfidenceInterval interval = SignFlipInterval.of(values, LEVEL, 0);
        double width = 1e-6 + 1e-3 * (interval.upper() - interval.lower());

        assertThat(SignFlip.pValue(from(values, interval.upper() + width), 0)).isLessThanOrEqualTo(1 - LEVEL);
        assertThat(SignFlip.pValue(from(values, interval.lower() - width), 0)).isLessThanOrEqualTo(1 - LEVEL);
        if (interval.upper() - interval.lower() > 1e-3) {
            assertThat(SignFlip.pValue(from(values, interval.upper() - 1e-6), 0))
                    .isGreaterThan(1 - LEVEL);
            assertThat(SignFlip.pValue(from(values, interval.lower() + 1e-6), 0))
                    .isGreaterThan(1 - LEVEL);
        }
    }

    @Test
    void theIntervalOfManyValuesIsDrawnAndAboutThatOfTheNormalDistribution() {
        double[] values =
                IntStream.range(0, 60).mapToDouble(i -> (i * 37 % 60) / 60.0).toArray();
        ConfidenceInterval interval = SignFlipInterval.of(values, LEVEL, 3);
        double half = 2.0 * Moments.populationDeviation(values) / Math.sqrt(59);

        assertThat(interval).isEqualTo(SignFlipInterval.of(values, LEVEL, 3));
        assertThat(interval.upper() - Moments.mean(values)).isCloseTo(half, within(0.05 * half));
        assertThat(Moments.mean(values) - interval.lower()).isCloseTo(half, within(0.05 * half));
    }

    @Test
    void theNumberOfValuesThatATestTakesIsThatOfItsSmallestP() {
        assertThat(SignFlip.needed(0.25)).hasValue(3);
        assertThat(SignFlip.needed(0.05)).hasValue(6);
        assertThat(SignFlip.needed(0.1)).hasValue(5);
        assertThat(SignFlip.needed(0.05 / 9)).hasValue(9);
        assertThat(SignFlip.needed(1e-9)).isEmpty();
    }

    private static Outcome outcome(String problem, String block, String set, double score) {
        return new Outcome(problem, "field", block, set, score);
    }

    private static double[] counted(int values) {
        return IntStream.rangeClosed(1, values).mapToDouble(i -> i).toArray();
    }

    private static double[] from(double[] values, double centre) {
        return Arrays.stream(values).map(value -> value - centre).toArray();
    }
}
