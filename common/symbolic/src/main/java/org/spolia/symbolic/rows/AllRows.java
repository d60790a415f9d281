package org.spolia.symbolic.rows;

import java.util.List;

/** All rows of a table, while a search sees a sample of them. */
public interface AllRows {
    /** The number of rows. */
    long count();

    /** The number of folds of the rows; 0 for none. */
    int folds();

    /** The names of the groups of the rows, in the order of their numbers; empty if there are none. */
    default List<String> groups() {
        return List.of();
    }

    /** Returns the sums of one pass over all rows, by group and fold if there are any. */
    GenerationSums evaluate(Generation generation);
}
