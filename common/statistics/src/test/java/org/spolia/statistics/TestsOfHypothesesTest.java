package org.spolia.statistics;

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
import org.spolia.statistics.effect.ProblemBootstrap;

/**
 * The literals come from scipy 1.17.1 and statsmodels 0.15.0:
 *
 * <pre>
 * x = np.array([(7*i*i + 3*i) % 17 / 17 - .35 for i in range(n)])
 * stats.permutation_test((x,), np.mean, permutation_type='samples', n_resamples=np.inf).pvalue     # n = 5, 12, 16
 * multipletests(p, method='fdr_bh')[1]; multipletests(p, method='holm')[1]
 * a = np.array([(5*i*i + i) % 13 / 13 for i in range(15)]); b = np.array([(3*i*i + 2*i) % 11 / 11 for i in range(15)])
 * stats.pearsonr(a, b)[0]; stats.spearmanr(a, b)[0]; [np.quantile(a, q) for q in (.025, .5, .9)]
 * </pre>
 */
class TestsOfHypothesesTest {
    private static final double[] P = {0.001, 0.02, 0.02, 0.3, 0.04, 1.0, 0.0004, 0.6};

    @Test
    void signFlipsOfUpTo16ValuesAreExact() {
        assertThat(SignFlip.pValue(values(5), 0)).isEqualTo(0.3125);
        assertThat(SignFlip.pValue(values(12), 0)).isEqualTo(0.1650390625);
        assertThat(SignFlip.pValue(values(16), 0)).isEqualTo(0.12548828125);
        assertThat(SignFlip.pValue(values(16), 1)).isEqualTo(SignFlip.pValue(values(16), 2));
    }

    /** 0.0417 is the value of 400 000 random flips; drawing 65 535 has a standard error of 0.0008. */
    @Test
    void signFlipsOfMoreValuesAreDrawn() {
        double p = SignFlip.pValue(values(30), 7);

        assertThat(p).isCloseTo(0.04169, within(0.004));
        assertThat(SignFlip.pValue(values(30), 7)).isEqualTo(p);
        assertThat(SignFlip.pValue(values(30), 8)).isNotEqualTo(p);
        assertThat(SignFlip.pValue(values(100), 8)).isBetween(0.0, 1.0);
    }

    @Test
    void equalSignsGiveTheSmallestP() {
        assertThat(SignFlip.smallest(1)).isEqualTo(1);
        assertThat(SignFlip.smallest(8)).isEqualTo(2.0 / 256).isEqualTo(SignFlip.pValue(equal(8), 0));
        assertThat(SignFlip.smallest(16)).isEqualTo(2.0 / 65_536).isEqualTo(SignFlip.pValue(equal(16), 0));
        assertThat(SignFlip.smallest(40)).isEqualTo(1.0 / 65_536).isEqualTo(SignFlip.pValue(equal(40), 0));
        assertThat(SignFlip.pValue(new double[6], 0)).isEqualTo(1);
    }

    @Property(tries = 100)
    void signFlipsDependOnNeitherOrderNorUnitNorSign(
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = -1, max = 1) Double> list) {
        double[] values = list.stream().mapToDouble(v -> v).toArray();
        double p = SignFlip.pValue(values, 0);

        double[] turned = IntStream.range(0, values.length)
                .mapToDouble(i -> -8 * values[values.length - 1 - i])
                .toArray();
        assertThat(SignFlip.pValue(turned, 0)).isEqualTo(p);
        assertThat(p).isBetween(SignFlip.smallest(values.length), 1.0);
    }

    @Test
    void signFlipsNeedFiniteValues() {
        assertThatThrownBy(() -> SignFlip.pValue(new double[] {1, Double.NaN}, 0))
                .hasMessage("A sign-flip test needs finite values, at least one; got [1.0, NaN]");
        assertThatThrownBy(() -> SignFlip.pValue(new double[0], 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void adjustedValuesAgreeWithStatsmodels() {
        assertThat(MultipleTests.benjaminiHochberg(P))
                .containsExactly(
                        new double[] {0.004, 0.04, 0.04, 0.4, 0.064, 1.0, 0.0032, 0.6857142857142857}, within(1e-15));
        assertThat(MultipleTests.holm(P))
                .containsExactly(new double[] {0.007, 0.12, 0.12, 0.9, 0.16, 1.0, 0.0032, 1.0}, within(1e-15));
        assertThatThrownBy(() -> MultipleTests.holm(new double[] {0.5, Double.NaN}))
                .hasMessage("p-value NaN is not in [0, 1]; leave out tests without one");
    }

    @Property
    void adjustingKeepsTheOrderAndRaises(@ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> list) {
        double[] p = list.stream().mapToDouble(v -> v).sorted().toArray();
        for (double[] adjusted : List.of(MultipleTests.benjaminiHochberg(p), MultipleTests.holm(p))) {
            assertThat(adjusted).isSorted();
            for (int i = 0; i < p.length; i++) {
                assertThat(adjusted[i]).isBetween(p[i] * (1 - 1e-15), 1.0);
            }
        }
    }

    @Test
    void correlationsAndQuantilesAgreeWithScipy() {
        double[] a = IntStream.range(0, 15)
                .mapToDouble(i -> (5 * i * i + i) % 13 / 13.0)
                .toArray();
        double[] b = IntStream.range(0, 15)
                .mapToDouble(i -> (3 * i * i + 2 * i) % 11 / 11.0)
                .toArray();

        assertThat(Correlation.pearson(a, b)).isCloseTo(-0.06100368435252117, within(1e-15));
        assertThat(Correlation.spearman(a, b)).isCloseTo(-0.15208154870151075, within(1e-15));
        assertThat(Correlation.pearson(a, equal(15))).isNaN();
        Arrays.sort(a);
        assertThat(Moments.quantile(a, 0.025)).isZero();
        assertThat(Moments.quantile(a, 0.5)).isCloseTo(0.38461538461538464, within(1e-15));
        assertThat(Moments.quantile(a, 0.9)).isCloseTo(0.6923076923076923, within(1e-15));
        assertThat(Moments.quantile(new double[] {3}, 1)).isEqualTo(3);
    }

    /**
     * Of 400 samples of 40 uniform values, whose mean is 1/2: the interval of level 0.9 should hold it in 0.9 ± 3 ·
     * 0.015.
     */
    @Test
    void bootstrapIntervalsKeepTheirLevel() {
        int held = 0;
        for (int sample = 0; sample < 400; sample++) {
            RandomStream random = RandomStream.of(11, sample);
            double[] values =
                    IntStream.range(0, 40).mapToDouble(i -> random.uniform()).toArray();
            ConfidenceInterval interval = ProblemBootstrap.of(new int[40], 400, sample)
                    .interval(
                            chosen -> IntStream.of(chosen)
                                    .mapToDouble(i -> values[i])
                                    .average()
                                    .orElseThrow(),
                            0.9);
            held += interval.lower() <= 0.5 && 0.5 <= interval.upper() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(0.855, 0.945);
    }

    @Test
    void resamplesKeepTheNumberOfProblemsOfEachField() {
        int[] fieldOf = {7, 3, 7, 7, 3};
        ConfidenceInterval counts = ProblemBootstrap.of(fieldOf, 200, 5)
                .interval(
                        chosen -> IntStream.of(chosen)
                                .filter(i -> fieldOf[i] == 3)
                                .count(),
                        0.99);

        assertThat(counts).isEqualTo(new ConfidenceInterval(2, 2, 200));
        assertThatThrownBy(() -> ProblemBootstrap.of(new int[0], 200, 5))
                .hasMessage("A bootstrap needs a problem and two resamples; got 0 problems and 200 resamples");
    }

    private static double[] values(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> (7 * i * i + 3 * i) % 17 / 17.0 - 0.35)
                .toArray();
    }

    private static double[] equal(int count) {
        double[] values = new double[count];
        Arrays.fill(values, 0.1);
        return values;
    }
}
