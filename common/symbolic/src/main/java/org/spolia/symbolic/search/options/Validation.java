package org.spolia.symbolic.search.options;

import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/**
 * How one model is chosen, and on which rows models are tried that a refit of their constants does not see.
 */
public record Validation(
        @Key(
                name = "select",
                value =
                        "how the model of a trial is chosen, on training rows alone. criterion: shortest exact law, else best compromise of loss and length; held-out: shortest description of folds held out; one-standard-error: simplest within a standard error of that; accuracy, score and best: as in PySR")
        Selection selection,

        @Key(
                value = "folds that are held out, with select held-out or one-standard-error; 0 for none",
                atLeast = 0,
                atMost = Validation.MOST_FOLDS)
        int folds,

        @Key("whether folds follow the rows of their fit, which then stand in the order of time")
        boolean forwardChaining) {
    /** A compromise of loss and length on all rows, none of which is held out. */
    public static final Validation NONE = new Validation(Selection.CRITERION, 0, false);

    /** What a configuration leaves out. */
    public static final Validation DEFAULT = NONE;

    /** The folds where a rule needs some and their number is not given. */
    public static final int DEFAULT_FOLDS = 5;

    public static final int MOST_FOLDS = 1000;

    private static final int FEWEST_FOLDS = 2;

    public Validation {
        if (selection.needsFolds() && (folds < FEWEST_FOLDS || folds > MOST_FOLDS)) {
            throw new InvalidValueException(
                    "folds",
                    "must be 2 or more where rows are held out, as 'select' says; got " + folds,
                    "must be from " + FEWEST_FOLDS + " to " + MOST_FOLDS + ": " + folds);
        }
        if (!selection.needsFolds() && (folds != 0 || forwardChaining)) {
            throw new InvalidValueException(
                    folds != 0 ? "folds" : "forward-chaining",
                    "is for 'select: held-out' and 'select: one-standard-error'; add one of them",
                    folds != 0
                            ? "are for the rules held-out and one-standard-error; leave them out: " + folds
                            : "is for the rules held-out and one-standard-error; leave it out");
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
