package org.spolia.symbolic.rows;

/** The rows of a table of which a search sees a sample. */
public interface AllRows {
    /** The number of rows. */
    long count();

    /** The number of folds of the rows; 0 for none. */
    int folds();

    /** Returns the sums of one pass over all rows, by fold if there are folds. */
    GenerationSums evaluate(Generation generation);
}
