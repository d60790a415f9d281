package org.spolia.symbolic.search.options;

import java.io.Serializable;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;
import org.spolia.symbolic.key.SchemaName;

/** How a search uses a library of small expressions. Without entries there is no library. */
@SchemaName("library-config")
public record LibraryOptions(
        @Key(value = "largest number of expressions in the library; 0 for none", atLeast = 0, atMost = 1 << 20)
        int entries,

        @Key(value = "rows of the library; 0 for a number that depends on the noise of the data", atLeast = 0)
        int rows,

        @Key(value = "share of the early work of a search for inverse enumeration", atLeast = 0, below = 1)
        double inverseShare,

        @Key(
                value = "share of the evolution events that ask the library for a better sub-tree",
                atLeast = 0,
                atMost = 1)
        double backsolve,

        @Key(
                value =
                        "largest share of the work for algebraic relations, once for each set of coordinates; 0 for none",
                atLeast = 0,
                atMost = 0.4)
        double relationShare,

        @Key(
                value =
                        "largest share of the work for the comparison of pairs of parts, such as exp(-a x) and sin(b y), with constants from grids; 0 for none",
                atLeast = 0,
                atMost = 0.4,
                laterAdded = true)
        double partsShare)
        implements Serializable {
    /** No library. */
    public static final LibraryOptions NONE = new LibraryOptions(0, 0, 0, 0, 0, 0);

    /** Values that suit most data. */
    public static final LibraryOptions DEFAULT = new LibraryOptions(8192, 0, 0.6, 0.15, 0.05, 0.1);

    public boolean used() {
        return entries > 0 && (inverseShare > 0 || backsolve > 0);
    }

    public LibraryOptions withInverseShare(double inverseShare) {
        return Records.with(this, "inverseShare", inverseShare);
    }

    public LibraryOptions withBacksolve(double backsolve) {
        return Records.with(this, "backsolve", backsolve);
    }

    public LibraryOptions withPartsShare(double partsShare) {
        return Records.with(this, "partsShare", partsShare);
    }

    public LibraryOptions withRelationShare(double relationShare) {
        return Records.with(this, "relationShare", relationShare);
    }
}
