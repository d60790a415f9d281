package org.spolia.experiment.configuration.search;

import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.search.options.LibraryOptions;

/** How a search uses a library of small expressions. Defaults are those of the engine. */
public record LibraryConfig(
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
    public static LibraryConfig defaults() {
        return of(LibraryOptions.DEFAULT);
    }

    static LibraryConfig of(LibraryOptions options) {
        return new LibraryConfig(
                options.entries(),
                options.rows(),
                options.inverseShare(),
                options.backsolve(),
                options.relationShare());
    }

    LibraryOptions options() {
        return new LibraryOptions(entries, rows, inverseShare, backsolve, relationShare);
    }
}
