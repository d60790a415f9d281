package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTestTest {
    private static final double LEVEL = 0.05;
    private static final int STREAMS = 1000;
    private static final int ROWS = 10;

    /** The level holds for any distribution, so also for tails without a mean and for losses of few values. */
    @ParameterizedTest
    @ValueSource(strings = {"normal", "cauchy", "pareto", "coarse", "constant"})
    void stationaryStreamsRaiseAtMostTheStatedShareOfAlarms(String noise) {
        int alarms = 0;
        for (int stream = 0; stream < STREAMS; stream++) {
            Random random = new Random(stream);
            DriftTest test = DriftTest.of(LEVEL, 1, 1.4, stream);
            boolean alarm = false;
            for (int window = 0; window < 200; window++) {
                double sum = 0;
                for (int row = 0; row < ROWS; row++) {
                    double residual = residual(noise, random);
                    sum += residual * residual;
                }
                alarm = test.see(ROWS, sum);
            }
            alarms += alarm ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo((int) (LEVEL * STREAMS));
    }

    private static double residual(String noise, Random random) {
        return switch (noise) {
            case "normal" -> random.nextGaussian();
            case "cauchy" -> Math.tan(Math.PI * (random.nextDouble() - 0.5));
            case "pareto" -> Math.pow(1 - random.nextDouble(), -1 / 1.1);
            case "coarse" -> random.nextInt(2);
            default -> 1;
        };
    }

    /** A law y = 2 x with noise becomes y = 2.2 x after 200 windows. */
    @Test
    void aConstantThatChangesByATenthIsFoundWithinTheStatedDelay() {
        int before = 200;
        int delay = DriftTest.delay(before, LEVEL, 0.9999);
        assertThat(delay).isBetween(2, 20);
        for (int stream = 0; stream < 30; stream++) {
            Random random = new Random(1000 + stream);
            DriftTest test = DriftTest.of(1e-6, 0.0625, 0.0884, stream);
            DriftTest stated = DriftTest.of(LEVEL, 0.0625, 0.0884, stream);
            for (int window = 0; window < before + delay; window++) {
                double constant = window < before ? 2 : 2.2;
                double sum = 0;
                for (int row = 0; row < 1000; row++) {
                    double x = 2 * random.nextDouble();
                    double residual = constant * x + 0.25 * random.nextGaussian() - 2 * x;
                    sum += residual * residual;
                }
                test.see(1000, sum);
                stated.see(1000, sum);
            }
            assertThat(stated.alarm()).as("stream %d", stream).isBetween(before + 1, before + delay);
            assertThat(test.capital()).isEqualTo(stated.capital());
            assertThat(stated.pValue()).isLessThanOrEqualTo(LEVEL);
        }
    }

    @Test
    void aLossThatFallsIsNoAlarm() {
        DriftTest test = DriftTest.of(LEVEL, 1, 1, 1);
        SplittableRandom random = new SplittableRandom(1);
        for (int window = 0; window < 500; window++) {
            double scale = window < 250 ? 1 : 0.5;
            assertThat(test.see(100, 100 * scale * random.nextDouble(0.8, 1.2))).isFalse();
        }
        assertThat(test.alarm()).isZero();
    }

    @Test
    void lossesThatAreNotFiniteAreTheHighest() {
        DriftTest test = DriftTest.of(LEVEL, 1, 1, 1);
        SplittableRandom random = new SplittableRandom(1);
        for (int window = 0; window < 100; window++) {
            test.see(100, random.nextDouble(90, 110));
        }
        int delay = DriftTest.delay(100, LEVEL, 0.9999);
        for (int window = 0; window < delay; window++) {
            test.see(100, Double.POSITIVE_INFINITY);
        }
        assertThat(test.alarm()).isBetween(101, 100 + delay);
    }

    /** Otherwise the capital would grow, or fail to, without a change. */
    @Test
    void betsPayOneOnAverage() {
        for (double exponent : new double[] {0.15, 0.35, 0.65}) {
            int steps = 200_000;
            // With p = u^(1/k), the integrand becomes constant.
            double mean = IntStream.range(0, steps)
                            .mapToDouble(i -> Math.pow((i + 0.5) / steps, 1 / exponent))
                            .map(p -> DriftTest.factor(p, exponent) / exponent * Math.pow(p, 1 - exponent))
                            .sum()
                    / steps;
            assertThat(mean).isCloseTo(1, Offset.offset(1e-9));
        }
    }

    @Test
    void argumentsAreChecked() {
        assertThatThrownBy(() -> DriftTest.of(0, 1, 1, 1)).hasMessageContaining("level between 0 and 1");
        assertThatThrownBy(() -> DriftTest.of(0.1, 1, 0, 1)).hasMessageContaining("spread > 0");
        assertThatThrownBy(() -> DriftTest.of(0.1, 1, 1, 1).see(0, 1)).hasMessageContaining("needs rows");
    }
}
