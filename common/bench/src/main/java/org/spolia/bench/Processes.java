package org.spolia.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes whose output is this one's. */
final class Processes {
    private Processes() {}

    /** Runs a command with more arguments to its end. */
    static void run(List<String> command, String... arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        int status = new ProcessBuilder(whole).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("Command ended with status " + status + ": " + String.join(" ", whole));
        }
    }
}
