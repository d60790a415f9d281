package org.spolia.bench.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Processes that write to the output of this process. */
public final class Processes {
    private Processes() {}

    /** Runs a command with further arguments to its end. */
    public static void run(List<String> command, String... arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        int status = new ProcessBuilder(whole).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("Command ended with status " + status + ": " + String.join(" ", whole));
        }
    }

    /** Returns the output of a command. */
    public static List<String> lines(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return reader.lines().toList();
        } finally {
            process.waitFor();
        }
    }
}
