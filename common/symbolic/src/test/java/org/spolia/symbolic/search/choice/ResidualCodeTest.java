package org.spolia.symbolic.search.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualCodeTest {
    private static final int ROWS = 500;

    /** Abramowitz and Stegun, 26.7.1, at 0. */
    @ParameterizedTest
    @CsvSource({"1, 0.31830988618", "2, 0.35355339059", "3, 0.36755259695", "8, 0.38669902096", "16, 0.39276123047"})
    void theDensityOfStudentsDistributionAtZero(double freedom, double density) {
        assertThat(ResidualCode.densityAtZero(freedom)).isCloseTo(density, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 8, Double.POSITIVE_INFINITY})
    void aCodeIsADensity(double freedom) {
        for (Spread spread : Spread.values()) {
            ResidualCode code = new ResidualCode(spread, freedom, 2.25);
            double sum = 0;
            double step = 0.01;
            for (double residual = -300; residual < 300; residual += step) {
                Missed missed = Missed.of(new double[] {residual, 0}, new double[] {2, 1}, 0);
                sum += Math.exp(-code.natsByRow(missed)[0]) * step;
            }
            assertThat(sum).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void theGaussianHasTheVarianceOfTheResiduals() {
        double[] residuals = {1, -2, 3, 0.5};
        Missed missed = Missed.of(residuals, new double[] {1, 2, 3, 4}, 0);
        double variance = (1 + 4 + 9 + 0.25) / 4;
        assertThat(ResidualCode.gaussian(missed).nats(missed))
                .isCloseTo(2 * (1 + Math.log(2 * Math.PI * variance)), within(1e-12));
        assertThat(ResidualCode.gaussian(Missed.of(residuals, residuals, 100)).variance())
                .isEqualTo(100);
    }

    @Test
    void nothingIsSavedOnGaussianNoise() {
        Missed missed = noise(1, 0);
        double saved = ResidualCode.gaussian(missed).nats(missed)
                - ResidualCode.shortest(missed).nats(missed);
        assertThat(saved).isBetween(0.0, 3.0);
    }

    @Test
    void noiseInProportionIsRecognised() {
        ResidualCode code = ResidualCode.shortest(noise(2, 1));
        assertThat(code.spread()).isEqualTo(Spread.PROPORTIONAL);
        assertThat(ResidualCode.shortest(noise(3, 0.5)).spread()).isEqualTo(Spread.ROOT);
    }

    @Test
    void aFewRowsThatMissMuchArePaidForByTheirLogarithm() {
        double[] residuals = new double[100];
        Arrays.setAll(residuals, row -> (row % 2 == 0 ? 1 : -1) * (0.5 + row % 7 / 7.0));
        double[] values = new double[100];
        Arrays.fill(values, 1);
        double[] withOutlier = residuals.clone();
        withOutlier[50] = 30;
        double gaussian = nats(ResidualCode.gaussian(Missed.of(withOutlier, values, 0)), withOutlier, values)
                - nats(ResidualCode.gaussian(Missed.of(residuals, values, 0)), residuals, values);
        double shortest = nats(ResidualCode.shortest(Missed.of(withOutlier, values, 0)), withOutlier, values)
                - nats(ResidualCode.shortest(Missed.of(residuals, values, 0)), residuals, values);
        assertThat(gaussian).isGreaterThan(100);
        assertThat(shortest).isLessThan(40);
    }

    private static double nats(ResidualCode code, double[] residuals, double[] values) {
        return code.nats(Missed.of(residuals, values, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 0.5"})
    void theNatsOfTheRowsAddUp(long seed, double power) {
        Missed missed = noise(seed, power);
        ResidualCode code = ResidualCode.shortest(missed);
        assertThat(Arrays.stream(code.natsByRow(missed)).sum()).isCloseTo(code.nats(missed), within(1e-8));
        assertThat(code.fitted(missed)).isEqualTo(code);
    }

    /** Values from 1 to 100 and noise whose standard deviation is a power of them. */
    private static Missed noise(long seed, double power) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] residuals = new double[ROWS];
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = Math.exp(random.nextDouble(0, Math.log(100)));
            residuals[row] = 0.1 * Math.pow(values[row], power) * random.nextGaussian();
        }
        return Missed.of(residuals, values, 0);
    }
}
