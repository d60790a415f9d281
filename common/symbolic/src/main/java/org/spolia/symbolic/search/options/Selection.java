package org.spolia.symbolic.search.options;

/** How one model is chosen of those that a search ends with. Training data alone have a say, whatever the rule. */
public enum Selection {
    /** Of exact laws the one with the shortest description, else the best compromise of loss and length. */
    CRITERION,

    /** The shortest description of rows that a refit did not see, each unit of complexity paid for: structure was found on all rows. */
    HELD_OUT,

    /**
     * The simplest model whose description of such rows is longer than the shortest by at most one standard error of the difference
     * (after Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984, section 3.4.3, with rows compared in pairs).
     */
    ONE_STANDARD_ERROR,

    /** The least loss, as in PySR. */
    ACCURACY,

    /** The steepest fall of the logarithm of the loss for each unit of complexity along the front, as in PySR. */
    SCORE,

    /** The best of {@link #SCORE} among models whose loss is at most one and a half times the least, as in PySR. */
    BEST;

    /** Whether the rule asks for losses on rows that a refit did not see. */
    public boolean needsFolds() {
        return this == HELD_OUT || this == ONE_STANDARD_ERROR;
    }
}
