package org.spolia.jobs.cli.stage;

import java.time.Duration;
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
        say("waits for other input: " + Diagnosis.of(failure).line());
    }

    /** Adds a failure of work that is tried again. */
    void add(Exception failure, Duration wait) {
        say("tries again in " + Math.max(1, wait.toSeconds()) + " s: "
                + Diagnosis.of(failure).line());
    }

    private void say(String line) {
        if (!line.equals(last)) {
            out.accept(line);
        }
        last = line;
    }

    void clear() {
        last = "";
    }
}
