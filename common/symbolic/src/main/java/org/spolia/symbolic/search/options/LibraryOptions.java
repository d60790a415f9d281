package org.spolia.symbolic.search.options;

import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;
import org.spolia.symbolic.key.SchemaName;

/** How a search uses a library of small expressions. With no entries it does without one. */
@SchemaName("library-config")
public record LibraryOptions(
        @Key(value = "most expressions in the library; 0 for none", atLeast = 0, atMost = 1 << 20)
        int entries,

        @Key(value = "rows of the library; 0 lets the noise of the data decide", atLeast = 0)
        int rows,

        @Key(value = "share of the work, early in a search, that goes into inverse enumeration", atLeast = 0, below = 1)
        double inverseShare,

        @Key(
                value = "share of the events of the evolution that ask the library for a better sub-tree",
                atLeast = 0,
                atMost = 1)
        double backsolve,

        @Key(
                value =
                        "most of the work that goes into algebraic relations, once, for each set of coordinates; 0 for none",
                atLeast = 0,
                atMost = 0.4)
        double relationShare) {
    /** No library. */
    public static final LibraryOptions NONE = new LibraryOptions(0, 0, 0, 0, 0);

    /** What suits most data. */
    public static final LibraryOptions DEFAULT = new LibraryOptions(8192, 0, 0.6, 0.15, 0.05);

    public boolean used() {
        return entries > 0 && (inverseShare > 0 || backsolve > 0);
    }

    public LibraryOptions withEntries(int entries) {
        return Records.with(this, "entries", entries);
    }

    public LibraryOptions withRows(int rows) {
        return Records.with(this, "rows", rows);
    }

    public LibraryOptions withInverseShare(double inverseShare) {
        return Records.with(this, "inverseShare", inverseShare);
    }

    public LibraryOptions withBacksolve(double backsolve) {
        return Records.with(this, "backsolve", backsolve);
    }

    public LibraryOptions withRelationShare(double relationShare) {
        return Records.with(this, "relationShare", relationShare);
    }
}
