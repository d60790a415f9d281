package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.effect.Design;
import org.spolia.statistics.effect.Effects;
import org.spolia.statistics.effect.FieldInteraction;
import org.spolia.statistics.effect.Outcome;
import org.spolia.statistics.effect.Utility;

/**
 * Synthetic experiments from outcomes to adjusted p-values. Eleven factors in a Plackett-Burman design of twelve sets,
 * four fields of twelve problems, three seeds each; scores are 0.5 plus effects plus noise of standard deviation 0.1.
 * Factor f0 helps everywhere by 0.1, f1 in the first field alone by 0.1, the other nine nowhere; the effect on a
 * problem varies by a standard deviation of 0.03.
 *
 * <p>The standard error of a problem's effect is then sqrt(4 · 0.1² / 36 + 0.03²) = 0.045, that of a field's mean
 * 0.013: a planted effect is seven standard errors and has a power near 1 at q = 0.1, and the five cells planted among
 * 44 give the false discovery rate something to be a share of.
 */
class PlantedEffectsTest {
    private static final int FACTORS = 11;
    private static final int FIELDS = 4;
    private static final int PROBLEMS_PER_FIELD = 12;
    private static final int EXPERIMENTS = 40;

    private static final Design DESIGN = design();

    @Test
    void plantedEffectsAreFoundAndOthersSeldom() {
        int found = 0;
        double falseShares = 0;
        int interactions = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            Effects effects = Effects.of(DESIGN, outcomes(experiment, 0.1));
            double[] adjusted = MultipleTests.benjaminiHochberg(cells(effects));
            int rejected = 0;
            int wrong = 0;
            for (int cell = 0; cell < adjusted.length; cell++) {
                boolean planted = cell / FIELDS == 0 || cell == FIELDS;
                if (adjusted[cell] <= 0.1) {
                    rejected++;
                    wrong += planted ? 0 : 1;
                    found += planted ? 1 : 0;
                }
            }
            falseShares += (double) wrong / Math.max(1, rejected);
            interactions += FieldInteraction.test(effects, 199, experiment).pValue() <= 0.05 ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo((int) (0.95 * 5 * EXPERIMENTS));
        // The expected rate is below 0.1; its standard error over 40 experiments is about 0.02.
        assertThat(falseShares / EXPERIMENTS).isLessThan(0.16);
        assertThat(interactions).isGreaterThanOrEqualTo((int) (0.9 * EXPERIMENTS));
    }

    /**
     * Effects of three standard errors: a t-test of twelve problems at level 0.05 finds them with the power 0.7796
     * (scipy 1.17.1: t = stats.t.ppf(.975, 11); 1 - stats.nct.cdf(t, 11, 3) + stats.nct.cdf(-t, 11, 3)), and so should
     * sign flips.
     */
    @Test
    void thePowerIsThePlannedOne() {
        int experiments = 120;
        int found = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            Effects effects = Effects.of(DESIGN, outcomes(5000 + experiment, 0.03883726732577014));
            for (int field = 0; field < FIELDS; field++) {
                found += SignFlip.pValue(effects.effects(0, effects.problemsOf(field)), 0) <= 0.05 ? 1 : 0;
            }
            found += SignFlip.pValue(effects.effects(1, effects.problemsOf(0)), 0) <= 0.05 ? 1 : 0;
        }

        // The standard error of the share over 600 tests is 0.017.
        assertThat(found / (5.0 * experiments)).isCloseTo(0.7796, within(0.055));
    }

    @Test
    void withoutPlantedEffectsTheErrorIsAtItsLevel() {
        int experimentsWithRejection = 0;
        int interactions = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            Effects effects = Effects.of(DESIGN, outcomes(1000 + experiment, 0));
            double[] adjusted = MultipleTests.benjaminiHochberg(cells(effects));
            experimentsWithRejection += IntStream.range(0, adjusted.length).anyMatch(i -> adjusted[i] <= 0.1) ? 1 : 0;
            interactions += FieldInteraction.test(effects, 199, experiment).pValue() <= 0.05 ? 1 : 0;
        }

        // Of 40: 4 and 2 are expected, and 3 standard deviations more are 10 and 6.
        assertThat(experimentsWithRejection).isLessThanOrEqualTo(10);
        assertThat(interactions).isLessThanOrEqualTo(6);
    }

    @Test
    void utilitiesAreNearWhatWasPlanted() {
        Effects effects = Effects.of(DESIGN, outcomes(7, 0.1));
        Utility utility = Utility.of(effects);

        for (int field = 0; field < FIELDS; field++) {
            assertThat(utility.shrunk(0, field)).isBetween(0.06, 0.14);
            assertThat(utility.shrunk(2, field)).isBetween(-0.04, 0.04);
        }
        assertThat(utility.shrunk(1, 0)).isBetween(0.06, 0.14);
        assertThat(utility.shrunk(1, 1)).isBetween(-0.04, 0.04);
        assertThat(utility.withoutField(1, 0)).isBetween(-0.03, 0.03);
        assertThat(utility.withoutProblem(1, 0)).isBetween(0.05, 0.14);
    }

    /** One p-value for each factor and field, fields running fastest. */
    private static double[] cells(Effects effects) {
        return IntStream.range(0, FACTORS * FIELDS)
                .mapToDouble(cell ->
                        SignFlip.pValue(effects.effects(cell / FIELDS, effects.problemsOf(cell % FIELDS)), cell))
                .toArray();
    }

    private static List<Outcome> outcomes(int experiment, double planted) {
        RandomStream random = RandomStream.of(2026, experiment);
        List<Outcome> outcomes = new ArrayList<>();
        for (int problem = 0; problem < FIELDS * PROBLEMS_PER_FIELD; problem++) {
            int field = problem / PROBLEMS_PER_FIELD;
            double[] effects = new double[FACTORS];
            for (int factor = 0; factor < FACTORS; factor++) {
                boolean helps = factor == 0 || (factor == 1 && field == 0);
                effects[factor] = (helps ? planted : 0) + 0.03 * normal(random);
            }
            for (int seed = 0; seed < 3; seed++) {
                for (int set = 0; set < 12; set++) {
                    double score = 0.5 + 0.1 * normal(random);
                    for (int factor = 0; factor < FACTORS; factor++) {
                        score += present(set, factor) ? effects[factor] : 0;
                    }
                    outcomes.add(new Outcome("p" + (10 + problem), "field " + field, "seed " + seed, "s" + set, score));
                }
            }
        }
        return outcomes;
    }

    /** The sum of twelve uniform values less six: normal enough, and the same everywhere. */
    private static double normal(RandomStream random) {
        return IntStream.range(0, 12).mapToDouble(i -> random.uniform()).sum() - 6;
    }

    private static Design design() {
        boolean[][] present = new boolean[12][FACTORS];
        for (int set = 0; set < 12; set++) {
            for (int factor = 0; factor < FACTORS; factor++) {
                present[set][factor] = present(set, factor);
            }
        }
        return Design.of(
                IntStream.range(0, 12).mapToObj(i -> "s" + i).toList(),
                IntStream.range(0, FACTORS).mapToObj(i -> "f" + i).toList(),
                present);
    }

    /**
     * The design of Plackett and Burman (Biometrika 33 (1946) 305) for N = 12: a first row, its shifts, and a row of
     * absences.
     */
    private static boolean present(int set, int factor) {
        return set < 11 && "++-+++---+-".charAt(Math.floorMod(factor - set, 11)) == '+';
    }
}
