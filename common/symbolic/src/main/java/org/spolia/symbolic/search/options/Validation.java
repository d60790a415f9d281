package org.spolia.symbolic.search.options;

import java.io.Serializable;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/**
 * The rule that selects one model, and the rows that are held out from refits for it.
 */
public record Validation(
        @Key(
                name = "select",
                value =
                        "how the equation of a trial is selected, from training rows only; criterion: the shortest exact law, else the best compromise of loss and length; held-out: the shortest description of held-out folds; one-standard-error: the simplest within one standard error of it; accuracy, score and best: as in PySR")
        Selection selection,

        @Key(
                value = "number of held-out folds, with select held-out or one-standard-error; 0 for none",
                atLeast = 0,
                atMost = Validation.MOST_FOLDS)
        int folds,

        @Key("whether each fold follows the rows of its fit; the rows are then in the order of time")
        boolean forwardChaining)
        implements Serializable {
    /** A compromise of loss and length on all rows, without held-out rows. */
    public static final Validation NONE = new Validation(Selection.CRITERION, 0, false);

    /** The default of a configuration. */
    public static final Validation DEFAULT = NONE;

    /** The number of folds if a rule needs folds and none is given. */
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
     * Refuses data with too few rows for the folds.
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
