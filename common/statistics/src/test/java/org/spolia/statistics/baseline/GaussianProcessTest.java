package org.spolia.statistics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.Metrics;

class GaussianProcessTest {
    private static final double NOISE = 0.3;
    private static final double[][] COLUMNS = new double[2][300];
    private static final double[] TRUTH = new double[300];
    private static final double[] NOISY = new double[300];

    static {
        SplittableRandom random = new SplittableRandom(4);
        for (int row = 0; row < 300; row++) {
            COLUMNS[0][row] = random.nextDouble(0, 6);
            COLUMNS[1][row] = random.nextDouble(-40, 40);
            TRUTH[row] = 7 + Math.sin(COLUMNS[0][row]);
            NOISY[row] = TRUTH[row] + NOISE * random.nextGaussian();
        }
    }

    @Test
    void removesTheNoiseAndEstimatesIt() {
        GaussianProcess process = GaussianProcess.fit(COLUMNS, NOISY, new double[0]);

        assertThat(process.noiseDeviation()).isCloseTo(NOISE, withinPercentage(10));
        assertThat(Metrics.meanSquaredError(process.smoothed(), TRUTH))
                .isLessThan(Metrics.meanSquaredError(NOISY, TRUTH) / 10);
        assertThat(process.lengths()[0]).isBetween(0.7, 3.0);
        assertThat(process.lengths()[1]).as("of a variable without influence").isGreaterThan(100);
        assertThat(GaussianProcess.fit(COLUMNS, NOISY, new double[0]).smoothed())
                .isEqualTo(process.smoothed());
    }

    @Test
    void aTargetWithoutNoiseStaysAsItIs() {
        GaussianProcess process = GaussianProcess.fit(COLUMNS, TRUTH, new double[0]);

        assertThat(process.smoothed()).containsExactly(TRUTH, within(1e-3));
        assertThat(process.noiseDeviation()).isLessThan(1e-3);
    }

    @Test
    void rowsOfLittleWeightMoveMost() {
        double[] weights = new double[300];
        Arrays.fill(weights, 1);
        double[] target = TRUTH.clone();
        for (int row = 0; row < 300; row += 10) {
            weights[row] = 1e-2;
            target[row] += 2;
        }
        double[] smoothed = GaussianProcess.fit(COLUMNS, target, weights).smoothed();

        for (int row = 0; row < 300; row++) {
            assertThat(smoothed[row]).isCloseTo(TRUTH[row], within(row % 10 == 0 ? 0.7 : 0.2));
        }
    }

    @Test
    void theGradientIsThatOfTheLikelihood() {
        double[][] points = Scaling.of(COLUMNS).apply(COLUMNS);
        GaussianLikelihood likelihood = new GaussianLikelihood(points, TRUTH, ones());
        double[] at = {-0.3, 0.4, -2};
        likelihood.at(at);
        double[] gradient = likelihood.gradient();
        for (int k = 0; k < at.length; k++) {
            double[] above = at.clone();
            double[] below = at.clone();
            above[k] += 1e-4;
            below[k] -= 1e-4;
            assertThat(gradient[k])
                    .isCloseTo((likelihood.at(above) - likelihood.at(below)) / 2e-4, withinPercentage(1e-3));
        }
    }

    private static double[] ones() {
        double[] ones = new double[300];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void importanceGoesToTheVariablesThatMatter() {
        double[] shares = FeatureImportance.of(COLUMNS, NOISY);
        assertThat(shares[0]).isGreaterThan(0.9);
        assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-12));
        double[] huge = Arrays.stream(NOISY).map(value -> 0x1p490 * value).toArray();
        assertThat(FeatureImportance.of(COLUMNS, huge)).containsExactly(shares, within(1e-9));
        assertThat(FeatureImportance.of(COLUMNS, new double[300])).containsExactly(0, 0);
    }

    @Test
    void refusesMoreRowsThanItCanTake() {
        double[] target = new double[GaussianProcess.MOST_ROWS + 1];
        assertThatThrownBy(() -> GaussianProcess.fit(new double[][] {target}, target, new double[0]))
                .hasMessage("A Gaussian process takes at most 2000 rows; there are 2001");
    }
}
