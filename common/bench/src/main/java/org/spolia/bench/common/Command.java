package org.spolia.bench.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A command of the launcher in a separate process. */
public final class Command {
    private final Path home;
    private final Map<String, String> environment;

    public Command(Path home) {
        this(home, Map.of());
    }

    /** Returns the command with these environment variables. */
    public Command(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** Runs it to its end and passes on every line of its output. */
    public void run(Consumer<String> line, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("spolia").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line.accept(text);
            }
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("Command ended with status " + status + ": " + String.join(" ", command));
        }
    }

    /** Runs it and returns its output. */
    public List<String> lines(String... arguments) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        run(lines::add, arguments);
        return lines;
    }
}
