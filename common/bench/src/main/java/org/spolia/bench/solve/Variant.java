package org.spolia.bench.solve;

import java.util.Arrays;
import java.util.Optional;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.LibraryOptions;
import org.spolia.symbolic.search.options.SearchOptions;

/** Our engine, complete or without one part, which shows the contribution of that part. */
enum Variant {
    WHOLE("spolia"),
    NO_INVERSE("spolia-no-inverse"),
    NO_BACKSOLVE("spolia-no-backsolve"),
    NO_RELATIONS("spolia-no-relations"),
    NO_LIBRARY("spolia-no-library"),
    PLAIN("spolia-plain");

    private final String contender;

    Variant(String contender) {
        this.contender = contender;
    }

    /** Returns the variant with this name. */
    static Optional<Variant> named(String contender) {
        return Arrays.stream(values())
                .filter(variant -> variant.contender.equals(contender))
                .findFirst();
    }

    String contender() {
        return contender;
    }

    SearchOptions options(SearchOptions options) {
        LibraryOptions library = options.library();
        return switch (this) {
            case WHOLE -> options;
            case NO_INVERSE -> options.withLibrary(library.withInverseShare(0));
            case NO_BACKSOLVE -> options.withLibrary(library.withBacksolve(0));
            case NO_RELATIONS -> options.withLibrary(library.withRelationShare(0));
            case NO_LIBRARY -> options.withLibrary(LibraryOptions.NONE);
            case PLAIN -> options.withPrecision(FloatingPoint.FLOAT32).plain();
        };
    }
}
