package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * The literals come from numpy 2.4.6:
 *
 * <pre>
 * i = np.arange(1, 38); y = np.sqrt(i) * ((i % 5) - 1.7); p = y + 1 / (i + 2) - 0.05 * (i % 3); s = (p - y) ** 2
 * y.mean(); y.var(); y.std(); s.sum(); s.mean(); s.mean() / y.var(); np.mean(abs(p - y) &lt;= .1 * abs(y))
 * p[4] = np.nan; v = np.isfinite(p); ((p - y)[v] ** 2).sum(); ((p - y)[v] ** 2).mean() / y.var(); v.mean()
 * </pre>
 */
class MetricsTest {
    private static final double[] TARGET =
            rows().mapToDouble(i -> Math.sqrt(i) * (i % 5 - 1.7)).toArray();
    private static final double[] PREDICTION = rows().mapToDouble(i -> TARGET[i - 1] + 1.0 / (i + 2) - 0.05 * (i % 3))
            .toArray();

    @Test
    void nrmseIsInUnitsOfTheRootMeanSquareOfTheTarget() {
        assertThat(Metrics.nrmse(new double[] {1, 2}, new double[] {1, 4})).isEqualTo(Math.sqrt(4.0 / 17));
        assertThat(Metrics.nrmse(new double[] {1}, new double[] {0})).isNaN();
    }

    /** torch.std has one less than the number of values as its divisor: the variance of the target is 5/3. */
    @Test
    void vrmseIsInUnitsOfTheDeviationOfTheTarget() {
        double[] target = {1, 2, 3, 4};

        assertThat(Metrics.vrmse(new double[] {1.5, 2.5, 3.5, 4.5}, target))
                .isCloseTo(Math.sqrt(0.25 / (5 / 3.0 + 1e-7)), within(1e-15));
        assertThat(Metrics.vrmse(new double[] {2.5, 2.5, 2.5, 2.5}, target)).isCloseTo(Math.sqrt(0.75), within(1e-7));
        assertThat(Metrics.vrmse(new double[] {1, 1}, new double[] {0, 0}))
                .isCloseTo(1 / Math.sqrt(1e-7), within(1e-9));
        assertThat(Metrics.vrmse(new double[] {1}, new double[] {0})).isNaN();
    }

    @Test
    void momentsAgreeWithNumpy() {
        assertThat(Moments.mean(TARGET)).isCloseTo(1.087767654834288, within(1e-15));
        assertThat(Moments.populationVariance(TARGET)).isCloseTo(36.86189666423145, within(1e-13));
        assertThat(Moments.populationDeviation(TARGET)).isCloseTo(6.071399893289146, within(1e-14));
    }

    @Test
    void errorsAgreeWithNumpy() {
        assertThat(Metrics.residualSumOfSquares(PREDICTION, TARGET)).isCloseTo(0.23715900727338524, within(1e-15));
        assertThat(Metrics.meanSquaredError(PREDICTION, TARGET)).isCloseTo(0.006409702899280682, within(1e-16));
        assertThat(Metrics.nmse(PREDICTION, TARGET)).isCloseTo(0.00017388424034893107, within(1e-18));
        assertThat(Metrics.r2(PREDICTION, TARGET)).isCloseTo(0.9998261157596511, within(1e-15));
        assertThat(Metrics.boundedScore(PREDICTION, TARGET)).isCloseTo(0.9869851037850217, within(1e-15));
        assertThat(Metrics.accuracy(PREDICTION, TARGET, 0.1)).isCloseTo(0.9459459459459459, within(1e-16));
    }

    @Test
    void invalidRowsCountInTheSharesAndNotInTheErrors() {
        double[] prediction = PREDICTION.clone();
        prediction[4] = Double.NaN;

        assertThat(Metrics.validShare(prediction)).isCloseTo(0.972972972972973, within(1e-15));
        assertThat(Metrics.residualSumOfSquares(prediction, TARGET)).isCloseTo(0.23532227257950772, within(1e-15));
        assertThat(Metrics.nmse(prediction, TARGET)).isCloseTo(0.00017733026201600908, within(1e-18));
        assertThat(Metrics.boundedScore(prediction, TARGET)).isZero();
        assertThat(Metrics.accuracy(prediction, TARGET, 0.1)).isLessThan(Metrics.accuracy(PREDICTION, TARGET, 0.1));
    }

    @Test
    void undefinedResultsAreNaN() {
        assertThat(Metrics.nmse(new double[] {1, 2}, new double[] {3, 3})).isNaN();
        assertThat(Metrics.nmse(new double[] {Double.NaN, Double.NaN}, new double[] {1, 3}))
                .isNaN();
        assertThat(Metrics.boundedScore(new double[] {Double.NaN, Double.NaN}, new double[] {1, 3}))
                .isZero();
        assertThat(Moments.mean(new double[0])).isNaN();
    }

    @Test
    void overflowIsInfiniteAndScoresZero() {
        double[] prediction = {1e200, -1e200, 1e200};
        double[] target = {1, 2, 3};

        assertThat(Metrics.nmse(prediction, target)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Metrics.boundedScore(prediction, target)).isZero();
    }

    @Test
    void anExactZeroCountsAsAccurate() {
        assertThat(Metrics.accuracy(new double[] {0, 1e-300}, new double[] {0, 0}, 0.1))
                .isEqualTo(0.5);
    }

    @Test
    void compensationKeepsSmallTerms() {
        double[] values =
                IntStream.range(0, 10_001).mapToDouble(i -> i == 0 ? 1e16 : 1).toArray();

        assertThat(Sums.sum(values.length, i -> values[i])).isEqualTo(1e16 + 10_000);
    }

    @Test
    void refusesArraysOfDifferentLength() {
        assertThatThrownBy(() -> Metrics.nmse(new double[2], new double[3]))
                .hasMessage("Prediction has 2 rows, target has 3; they must match");
    }

    @Test
    void aLawIsRecoveredWhenItIsExactInsideAndOutside() {
        assertThat(Metrics.recovered(1e-30, 9e-7)).isTrue();
        assertThat(Metrics.recovered(1e-30, 1e-6)).isFalse();
        assertThat(Metrics.recovered(1e-6, 1e-30)).isFalse();
        assertThat(Metrics.recovered(1e-30, Double.NaN)).isFalse();
    }

    @Test
    void theGapCountsDecadesBetweenBounds() {
        assertThat(Metrics.generalisationGap(1e-4, 1e-1)).isCloseTo(3, within(1e-15));
        assertThat(Metrics.generalisationGap(0, 1e-13)).isZero();
        assertThat(Metrics.generalisationGap(0, Double.POSITIVE_INFINITY)).isEqualTo(18);
        assertThat(Metrics.generalisationGap(Double.NaN, 1)).isNaN();
        assertThat(Metrics.boundedDecade(1e300)).isEqualTo(6);
    }

    @Property
    void theMeanAsPredictionScoresOneHalf(@ForAll @Size(min = 2, max = 60) double[] sample) {
        double[] target = bounded(sample);
        if (Moments.populationVariance(target) < 1e-6) {
            return;
        }
        double[] prediction = new double[target.length];
        Arrays.fill(prediction, Moments.mean(target));

        assertThat(Metrics.nmse(prediction, target)).isCloseTo(1, within(1e-9));
        assertThat(Metrics.boundedScore(prediction, target)).isCloseTo(0.5, within(1e-9));
    }

    @Property
    void nmseDoesNotDependOnTheUnit(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double unit,
            @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
        double[] target = rows().mapToDouble(i -> shift + unit * TARGET[i - 1]).toArray();
        double[] prediction =
                rows().mapToDouble(i -> shift + unit * PREDICTION[i - 1]).toArray();

        assertThat(Metrics.nmse(prediction, target)).isCloseTo(Metrics.nmse(PREDICTION, TARGET), within(1e-9));
    }

    private static IntStream rows() {
        return IntStream.range(1, 38);
    }

    private static double[] bounded(double[] sample) {
        return Arrays.stream(sample)
                .map(value -> Math.IEEEremainder(value, 1e3))
                .toArray();
    }
}
