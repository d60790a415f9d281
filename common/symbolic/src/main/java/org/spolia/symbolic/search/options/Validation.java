package org.spolia.symbolic.search.options;

/**
 * How one model is chosen, and on which rows models are tried that a refit of their constants does not see.
 *
 * @param selection the rule
 * @param folds how many times rows are held out; 0 where none are
 * @param forwardChaining whether the rows are in the order of time: each fold is then the stretch that follows the rows of the refit;
 *     otherwise the rows are dealt out by chance and a fold is tried after a refit on all others
 */
public record Validation(Selection selection, int folds, boolean forwardChaining) {
    /** A compromise of loss and length on all rows, none of which is held out. */
    public static final Validation NONE = new Validation(Selection.CRITERION, 0, false);

    /** The folds where a rule needs some and their number is not given. */
    public static final int DEFAULT_FOLDS = 5;

    public static final int MOST_FOLDS = 1000;

    private static final int FEWEST_FOLDS = 2;

    public Validation {
        if (selection.needsFolds() ? folds < FEWEST_FOLDS || folds > MOST_FOLDS : folds != 0) {
            throw new IllegalArgumentException(
                    selection.needsFolds()
                            ? "folds must be from " + FEWEST_FOLDS + " to " + MOST_FOLDS + ": " + folds
                            : "folds are for the rules held-out and one-standard-error; leave them out: " + folds);
        }
        if (forwardChaining && folds == 0) {
            throw new IllegalArgumentException(
                    "forward chaining is for the rules held-out and one-standard-error; leave it out");
        }
    }

    /** Whether rows are held out. */
    public boolean holdsOut() {
        return folds > 0;
    }

    /**
     * Refuses data that are too few for the folds.
     *
     * @throws IllegalArgumentException if a fold would have no row
     */
    public void requireRows(int rows) {
        int parts = forwardChaining ? folds + 1 : folds;
        if (holdsOut() && rows < parts) {
            throw new IllegalArgumentException(folds + (forwardChaining ? " folds of forward chaining" : " folds")
                    + " need at least " + parts + " rows; there are " + rows);
        }
    }
}
