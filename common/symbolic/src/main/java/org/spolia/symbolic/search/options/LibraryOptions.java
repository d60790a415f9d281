package org.spolia.symbolic.search.options;

/**
 * How a search uses a library of small expressions. With no entries it does without one.
 *
 * @param entries the most expressions in the library; 0 for none
 * @param rows the rows of the library; 0 lets the noise of the data decide
 * @param inverseShare the share of the work, early in a search, that goes into inverse enumeration
 * @param backsolve the share of the events of the evolution that ask the library for a better sub-tree
 * @param relationShare the most of the work that goes into algebraic relations, once, for each set of coordinates; 0 for none
 */
public record LibraryOptions(int entries, int rows, double inverseShare, double backsolve, double relationShare) {
    /** No library. */
    public static final LibraryOptions NONE = new LibraryOptions(0, 0, 0, 0, 0);

    /** What suits most data. */
    public static final LibraryOptions DEFAULT = new LibraryOptions(8192, 0, 0.6, 0.15, 0.05);

    private static final int MOST_ENTRIES = 1 << 20;
    private static final double MOST_FOR_RELATIONS = 0.4;

    public LibraryOptions {
        if (entries < 0 || entries > MOST_ENTRIES) {
            throw new IllegalArgumentException("library entries must be from 0 to " + MOST_ENTRIES + ": " + entries);
        }
        if (rows < 0) {
            throw new IllegalArgumentException("library rows must be >= 0: " + rows);
        }
        if (!(inverseShare >= 0 && inverseShare < 1)) {
            throw new IllegalArgumentException("inverseShare must be >= 0 and < 1: " + inverseShare);
        }
        if (!(backsolve >= 0 && backsolve <= 1)) {
            throw new IllegalArgumentException("backsolve must be from 0 to 1: " + backsolve);
        }
        if (!(relationShare >= 0 && relationShare <= MOST_FOR_RELATIONS)) {
            throw new IllegalArgumentException(
                    "relationShare must be from 0 to " + MOST_FOR_RELATIONS + ": " + relationShare);
        }
    }

    public boolean used() {
        return entries > 0 && (inverseShare > 0 || backsolve > 0);
    }

    public LibraryOptions withEntries(int entries) {
        return new LibraryOptions(entries, rows, inverseShare, backsolve, relationShare);
    }

    public LibraryOptions withRows(int rows) {
        return new LibraryOptions(entries, rows, inverseShare, backsolve, relationShare);
    }

    public LibraryOptions withInverseShare(double inverseShare) {
        return new LibraryOptions(entries, rows, inverseShare, backsolve, relationShare);
    }

    public LibraryOptions withBacksolve(double backsolve) {
        return new LibraryOptions(entries, rows, inverseShare, backsolve, relationShare);
    }

    public LibraryOptions withRelationShare(double relationShare) {
        return new LibraryOptions(entries, rows, inverseShare, backsolve, relationShare);
    }
}
