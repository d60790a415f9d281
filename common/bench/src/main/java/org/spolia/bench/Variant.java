package org.spolia.bench;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.spolia.symbolic.search.FloatingPoint;
import org.spolia.symbolic.search.LibraryOptions;
import org.spolia.symbolic.search.SearchOptions;

/** Our engine as it comes, and with one part left out, which tells what that part is good for. */
enum Variant {
    WHOLE("spolia", options -> options),
    NO_INVERSE(
            "spolia-no-inverse",
            options -> options.withLibrary(options.library().withInverseShare(0))),
    NO_BACKSOLVE(
            "spolia-no-backsolve",
            options -> options.withLibrary(options.library().withBacksolve(0))),
    NO_LIBRARY("spolia-no-library", options -> options.withLibrary(LibraryOptions.NONE)),
    PLAIN(
            "spolia-plain",
            options -> options.withPrecision(FloatingPoint.FLOAT32).plain());

    private final String contender;
    private final UnaryOperator<SearchOptions> change;

    Variant(String contender, UnaryOperator<SearchOptions> change) {
        this.contender = contender;
        this.change = change;
    }

    /** The variant that takes part under this name. */
    static Optional<Variant> named(String contender) {
        return Arrays.stream(values())
                .filter(variant -> variant.contender.equals(contender))
                .findFirst();
    }

    String contender() {
        return contender;
    }

    SearchOptions options(SearchOptions options) {
        return change.apply(options);
    }
}
