package org.spolia.symbolic.search.form;

/** The random numbers of a search that belong to no event of an island. */
public enum StreamNumber {
    SEARCH_ROWS(-1),
    ROUNDING_ERRORS(-2),
    LIBRARY_ROWS(-3),
    NEIGHBOUR_ROWS(-4),
    FOLDS(-5),

    /** Of an island and an epoch. */
    MIGRATION(-1),
    /** Of an island and an epoch, one for each member, hence the last: the numbers go down from here. */
    FITTING(-2);

    /** In the place of an island, or of an event where the island is known; no event and no island is negative. */
    private final long value;

    StreamNumber(long value) {
        this.value = value;
    }

    long value() {
        return value;
    }
}
