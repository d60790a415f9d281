package org.spolia.jobs.cli.stage;

import java.util.function.Consumer;
import org.spolia.jobs.cli.common.Diagnosis;

/** The failures of one stage of a continuous run, each of which is printed once until the stage succeeds. */
final class Refusals {
    private final Consumer<String> out;
    private String last = "";

    Refusals(Consumer<String> out) {
        this.out = out;
    }

    void add(Exception failure) {
        String line = Diagnosis.of(failure).line();
        if (!line.equals(last)) {
            out.accept("waits for other input: " + line);
        }
        last = line;
    }

    void clear() {
        last = "";
    }
}
