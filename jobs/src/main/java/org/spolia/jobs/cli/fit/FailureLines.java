package org.spolia.jobs.cli.fit;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.search.result.Failure;

/** The messages about failed steps of a search. */
final class FailureLines {
    private FailureLines() {}

    /** Returns the lines; empty without failures. */
    static List<String> of(List<Failure> failures) {
        List<String> lines = new ArrayList<>();
        long count = failures.stream().mapToLong(Failure::count).sum();
        if (count > 0) {
            lines.add(count + (count == 1 ? " step" : " steps")
                    + " of the search failed; the search continued without them. Please report:");
            failures.forEach(failure -> lines.add("  " + failure));
        }
        return lines;
    }
}
