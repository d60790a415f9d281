package org.spolia.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EffectsTest {
    /** The Plackett-Burman design for three factors in four sets. */
    private static final Design FOUR =
            Design.of(List.of("s0", "s1", "s2", "s3"), List.of("exp", "sin", "placebo"), new boolean[][] {
                {true, true, false}, {false, true, true}, {true, false, true}, {false, false, false}
            });

    /** The literals are sm.OLS(y, sm.add_constant(X)).fit().params of statsmodels 0.15.0. */
    @Test
    void effectsAreTheCoefficientsOfLeastSquares() {
        Design design = Design.of(List.of("a", "b", "c", "d", "e", "f"), List.of("x", "y", "z"), new boolean[][] {
            {false, false, false},
            {true, false, false},
            {false, true, false},
            {false, false, true},
            {true, true, false},
            {true, true, true}
        });
        double[] scores = {0.2, 0.5, 0.3, 0.1, 0.9, 0.6};

        assertThat(design.effect(0, scores)).isCloseTo(0.4, within(1e-15));
        assertThat(design.effect(1, scores)).isCloseTo(0.2, within(1e-15));
        assertThat(design.effect(2, scores)).isCloseTo(-0.125, within(1e-15));
    }

    @Test
    void inABalancedDesignTheyAreDifferencesOfMeans() {
        assertThat(FOUR.effect(0, new double[] {0.5, 0.25, 0.75, 0})).isEqualTo((0.5 + 0.75) / 2 - 0.25 / 2);
    }

    @Test
    void addedToABaseTheyAreDifferencesFromTheBase() {
        Design design = Design.of(List.of("base", "with exp", "with sin"), List.of("exp", "sin"), new boolean[][] {
            {false, false}, {true, false}, {false, true}
        });

        assertThat(design.effect(1, new double[] {0.25, 0.9, 0.75})).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void factorsThatComeAndGoTogetherAreRefused() {
        assertThatThrownBy(() -> Design.of(List.of("a", "b", "c"), List.of("sin", "cos"), new boolean[][] {
                    {true, true}, {false, false}, {true, true}
                }))
                .hasMessage(
                        "The effect of 'cos' cannot be separated from the mean and the effects of the factors before it; "
                                + "add operator sets, or join factors that always occur together");
        assertThatThrownBy(() -> Design.of(List.of("a"), List.of("sin"), new boolean[][] {{true}}))
                .hasMessageStartingWith("The effect of 'sin' cannot be separated from the mean");
    }

    @Test
    void blocksThatLackATrialAreLeftOutAsAWhole() {
        List<Outcome> outcomes = new ArrayList<>(block("p", "seed 0", 0.5, 0.25, 0.75, 0));
        outcomes.addAll(block("p", "seed 1", 1, 0.5, 0.5, 0.5));
        outcomes.addAll(block("p", "seed 2", 0, 1, 0, 1).subList(0, 3));
        outcomes.addAll(block("q", "seed 0", 0, 1, 0, 1).subList(1, 4));

        Effects effects = Effects.of(FOUR, outcomes);

        assertThat(effects.problems()).containsExactly("p");
        assertThat(effects.blocks(0)).isEqualTo(2);
        assertThat(effects.effect(0, 0)).isEqualTo((0.5 + 0.25) / 2);
    }

    @Property(tries = 50)
    void theOrderOfTheOutcomesDoesNotMatter(@ForAll long seed) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int problem = 0; problem < 5; problem++) {
            for (int block = 0; block < 3; block++) {
                double x = problem + block / 3.0;
                outcomes.addAll(block("p" + problem, "b" + block, Math.sqrt(x), 1 / (x + 3), x * x / 40, 0.1 * x));
            }
        }
        Effects sorted = Effects.of(FOUR, outcomes);
        Collections.shuffle(outcomes, new Random(seed));
        Effects shuffled = Effects.of(FOUR, outcomes);

        int[] all = {0, 1, 2, 3, 4};
        for (int factor = 0; factor < 3; factor++) {
            assertThat(shuffled.effects(factor, all)).isEqualTo(sorted.effects(factor, all));
        }
    }

    @Test
    void outcomesThatContradictThemselvesAreRefused() {
        List<Outcome> twice = new ArrayList<>(block("p", "b", 0, 0, 0, 0));
        twice.add(twice.get(2));
        List<Outcome> twoFields = new ArrayList<>(block("p", "b", 0, 0, 0, 0));
        twoFields.add(new Outcome("p", "biology", "c", "s0", 0.5));

        assertThatThrownBy(() -> Effects.of(FOUR, twice))
                .hasMessage("Problem 'p' has two outcomes with operator set 's2' in block 'b'; give each trial once");
        assertThatThrownBy(() -> Effects.of(FOUR, twoFields))
                .hasMessage("Problem 'p' has the fields 'physics' and 'biology'; a problem has one");
        assertThatThrownBy(() -> Effects.of(FOUR, List.of(new Outcome("p", "physics", "b", "s9", 1))))
                .hasMessage("Operator set 's9' is not part of the design; pass only the outcomes of its sets");
        assertThatThrownBy(() -> new Outcome("p", "physics", "b", "s0", Double.NaN))
                .hasMessageStartingWith("Score NaN of problem 'p' with operator set 's0' is not finite");
    }

    private static List<Outcome> block(String problem, String block, double... scores) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int set = 0; set < scores.length; set++) {
            outcomes.add(new Outcome(problem, "physics", block, "s" + set, scores[set]));
        }
        return outcomes;
    }
}
