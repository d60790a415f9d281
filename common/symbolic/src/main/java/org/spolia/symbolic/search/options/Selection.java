package org.spolia.symbolic.search.options;

/** The rule that selects one model of the front. Every rule uses training data only. */
public enum Selection {
    /** The exact law with the shortest description, else the best compromise of loss and length. */
    CRITERION,

    /**
     * The shortest description of rows held out from a refit, with a penalty for each unit of complexity, because the
     * structure was found on all rows.
     */
    HELD_OUT,

    /**
     * The simplest model whose description of held-out rows exceeds the shortest by at most one standard error of the
     * difference (after Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984, section 3.4.3,
     * with rows compared in pairs).
     */
    ONE_STANDARD_ERROR,

    /** The smallest loss, as in PySR. */
    ACCURACY,

    /** The steepest fall of the logarithm of the loss per unit of complexity along the front, as in PySR. */
    SCORE,

    /** The best of {@link #SCORE} among models whose loss is at most 1.5 times the smallest, as in PySR. */
    BEST;

    /** Returns whether the rule needs losses on held-out rows. */
    public boolean needsFolds() {
        return this == HELD_OUT || this == ONE_STANDARD_ERROR;
    }
}
