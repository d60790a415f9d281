package org.spolia.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.Planted;

/**
 * The literals come from numpy 2.4.6 and scipy 1.17.1 on the values of {@link Planted}:
 *
 * <pre>
 * F = np.array([0]*5 + [1]*3 + [2]*3)
 * V = np.array([[(7*p*p + 3*p*o + 12*o) % 17 / 17 - .4 + .4*o*(F[p] == 1) for p in range(11)] for o in range(4)])
 * def utility(v, g):
 *     n = np.bincount(g); m = np.bincount(g, v) / n; N = len(v); k = len(n)
 *     msw = ((v - m[g])**2).sum() / (N - k)
 *     msb = (n * (m - v.mean())**2).sum() / (k - 1)  # their ratio: stats.f_oneway
 *     tau = max(0, (msb - msw) / ((N - (n**2).sum() / N) / (k - 1))); kappa = msw / tau
 *     return kappa, v.mean(), (n * m + kappa * v.mean()) / (n + kappa)
 * </pre>
 *
 * <p>The transfer is the mean of stats.pearsonr over the problems of the target, the interaction's null distribution is
 * that of all 9240 ways to deal out the labels.
 */
class UtilityTest {
    private static final Offset<Double> ROUNDING = within(1e-13);

    private final Effects effects = Planted.effects();
    private final Utility utility = Utility.of(effects);

    @Test
    void meansAreDrawnTowardsTheMeanOfAllAsFarAsFieldsAreAlike() {
        assertThat(utility.pull(0)).isInfinite();
        assertThat(utility.shrunk(0, 1)).isEqualTo(utility.mean(0)).isCloseTo(0.011764705882352927, ROUNDING);
        assertThat(utility.pull(2)).isCloseTo(0.7431453609858281, ROUNDING);
        assertThat(utility.mean(2)).isCloseTo(0.22459893048128343, ROUNDING);
        assertThat(utility.shrunk(2, 0)).isCloseTo(0.018820022315998993, ROUNDING);
        assertThat(utility.shrunk(2, 1)).isCloseTo(0.6009017490717029, ROUNDING);
        assertThat(utility.shrunk(2, 2)).isCloseTo(0.16402474859732824, ROUNDING);
        assertThat(utility.standardError(3, 1)).isCloseTo(0.03396178054056623, ROUNDING);
    }

    @Test
    void errorsAreTakenOverProblems() {
        assertThat(utility.standardError(3)).isCloseTo(0.13597448930001038, ROUNDING);
        ConfidenceInterval interval = utility.interval(3, 0, 2000, 0.95, 1);
        assertThat(interval.lower()).isLessThan(utility.mean(3, 0) - utility.standardError(3, 0));
        assertThat(interval.upper()).isGreaterThan(utility.mean(3, 0) + utility.standardError(3, 0));
        assertThat(utility.interval(3, 0, 2000, 0.95, 1)).isEqualTo(interval);
    }

    @Test
    void utilitiesForAProblemOrAFieldLeaveItOut() {
        assertThat(utility.withoutProblem(3, 6)).isCloseTo(0.656227786001042, ROUNDING);
        assertThat(utility.withoutField(3, 1)).isCloseTo(0.07058823529411763, ROUNDING);
    }

    @Test
    void theOnlyProblemOfAFieldIsPredictedByTheOthers() {
        Utility alone = Utility.of(
                Effects.of(List.of("f"), List.of("p", "q", "r"), List.of("a", "b", "b"), new double[][] {{9, 1, 2}}));

        assertThat(alone.withoutProblem(0, 0)).isEqualTo(1.5);
        assertThat(alone.standardError(0, 0)).isNaN();
    }

    @Property
    void aProblemDoesNotEnterItsOwnPrediction(
            @ForAll @DoubleRange(min = -1, max = 1) double value,
            @ForAll @Size(6) List<@DoubleRange(min = -1, max = 1) Double> x) {
        double[] values = x.stream().mapToDouble(v -> v).toArray();
        double[] changed = values.clone();
        changed[2] = value;

        assertThat(sixProblems(changed).withoutProblem(0, 2))
                .isEqualTo(sixProblems(values).withoutProblem(0, 2));
        assertThat(sixProblems(changed).withoutField(0, 0))
                .isEqualTo(sixProblems(values).withoutField(0, 0));
    }

    @Property
    void aShrunkUtilityLiesBetweenTheMeanOfItsFieldAndThatOfAll(
            @ForAll @Size(6) List<@DoubleRange(min = -1, max = 1) Double> values) {
        Utility six = sixProblems(values.stream().mapToDouble(v -> v).toArray());
        for (int field = 0; field < 2; field++) {
            double low = Math.min(six.mean(0), six.mean(0, field));
            double high = Math.max(six.mean(0), six.mean(0, field));
            assertThat(six.shrunk(0, field)).isBetween(low - 1e-12, high + 1e-12);
        }
    }

    @Test
    void withoutProblemsThereIsNoUtility() {
        assertThatThrownBy(() -> Utility.of(Effects.of(List.of("f"), List.of(), List.of(), new double[][] {{}})))
                .hasMessage("There is no problem with a complete block; run the remaining trials");
    }

    @Test
    void transferIsTheMeanCorrelationWithTheDiagonalLeftOut() {
        Transfer transfer = Transfer.of(effects);

        double[][] expected = {
            {-0.5683185310570557, -0.3528873884975214, -0.046558238935010064},
            {-0.013691991250710661, 0.8578446562673596, 0.5201942520361756},
            {0.04150645592034676, 0.7229211390183324, -0.09011236601453443}
        };
        for (int source = 0; source < 3; source++) {
            for (int target = 0; target < 3; target++) {
                assertThat(transfer.correlation(source, target)).isCloseTo(expected[source][target], ROUNDING);
            }
        }
        assertThat(transfer.problems(1, 0)).isEqualTo(5);
    }

    @Test
    void aFieldOfOneProblemHasNoDiagonal() {
        Transfer transfer = Transfer.of(Effects.of(
                List.of("f", "g", "h"), List.of("p", "q", "r"), List.of("a", "b", "b"), new double[][] {
                    {1, 2, 3}, {0, 1, 0}, {2, 2, 1}
                }));

        assertThat(transfer.correlation(0, 0)).isNaN();
        assertThat(transfer.problems(0, 0)).isZero();
        assertThat(transfer.correlation(1, 1)).isFinite();
    }

    @Test
    void theInteractionAgreesWithAllWaysToDealOutTheLabels() {
        FieldInteraction test = FieldInteraction.test(effects, 20_000, 1);

        assertThat(test.statistic()).isCloseTo(2.6989116074237196, ROUNDING);
        assertThat(test.pValue()).isCloseTo(0.01645021645021645, within(4 * Math.sqrt(0.0165 / 20_000)));
        assertThat(test.meanUnderNull()).isCloseTo(1.1006127713117304, within(0.02));
        assertThat(FieldInteraction.test(effects, 20_000, 1)).isEqualTo(test);
        assertThat(FieldInteraction.test(effects, 20_000, 2)).isNotEqualTo(test);
    }

    @Test
    void withASingleFieldTheInteractionIsZero() {
        Effects one =
                Effects.of(List.of("f"), List.of("p", "q"), Collections.nCopies(2, "a"), new double[][] {{0.1, 0.7}});

        assertThat(FieldInteraction.test(one, 99, 0).pValue()).isEqualTo(1);
    }

    private static Utility sixProblems(double[] values) {
        return Utility.of(Effects.of(
                List.of("f"),
                List.of("p0", "p1", "p2", "p3", "p4", "p5"),
                List.of("a", "a", "a", "b", "b", "b"),
                new double[][] {values}));
    }
}
