package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.statistics.effect.PlackettBurman;

/** How a design combines its factors. */
public enum DesignKind {
    /** Every factor in half of the sets, any two factors independently of each other. */
    PLACKETT_BURMAN,
    /** The base, then the base with each factor. */
    ADD_ONE_IN,
    /** All factors, then all except each. */
    LEAVE_ONE_OUT;

    /** Returns for each set and each factor whether the set has it. */
    boolean[][] present(int factors) {
        if (this == PLACKETT_BURMAN) {
            return PlackettBurman.runs(factors);
        }
        boolean[][] sets = new boolean[factors + 1][factors];
        for (int set = 0; set < sets.length; set++) {
            for (int factor = 0; factor < factors; factor++) {
                sets[set][factor] = (factor == set - 1) == (this == ADD_ONE_IN);
            }
        }
        return sets;
    }

    /** The name of a set within its design. */
    String label(int set, List<String> factors) {
        return switch (this) {
            case PLACKETT_BURMAN -> set < 9 ? "0" + (set + 1) : String.valueOf(set + 1);
            case ADD_ONE_IN -> set == 0 ? "base" : "with-" + factors.get(set - 1);
            case LEAVE_ONE_OUT -> set == 0 ? "all" : "without-" + factors.get(set - 1);
        };
    }

    int leastFactors() {
        return this == PLACKETT_BURMAN ? 2 : 1;
    }

    int mostFactors() {
        return PlackettBurman.MOST_FACTORS;
    }
}
