package org.spolia.jobs.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The command {@code ./spolia} as a separate process, started in a folder of the test. Its JVM is short-lived unless a
 * test sets other options.
 */
final class Launcher {
    static final Path ROOT =
            Path.of(System.getProperty("spolia.root", "..")).toAbsolutePath().normalize();

    /** The environment variable with the options of every JVM that a command starts. */
    static final String OPTIONS = "JDK_JAVA_OPTIONS";

    /**
     * Options of JVMs that end before the optimising compiler is worth its cost, with more room for code than the
     * default of the quick compiler.
     */
    static final String SHORT_LIVED =
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MetaspaceSize=256m -XX:ReservedCodeCacheSize=256m";

    /**
     * The same without verification of classes, which takes a sixth of a short command with Spark, and without an
     * archive of classes, which takes as long to write as it saves in six commands.
     */
    static final String SHORT_LIVED_WITH_SPARK =
            SHORT_LIVED + " -Xshare:auto -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    /** The options with which a user's command runs. */
    static final String DEFAULTS = "";

    private static final long MINUTES = 10;

    private final Path folder;
    private final Path program;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> wrapper = new ArrayList<>();

    Launcher(Path folder) {
        this(folder, ROOT.resolve("spolia"));
    }

    /** The launcher of another tree. */
    Launcher(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
        with(OPTIONS, SHORT_LIVED);
    }

    /**
     * The outcome of a command.
     *
     * @param status the exit code
     * @param out the lines of standard output
     * @param err the lines of standard error, without the JVM's notes about options that it picks up
     */
    record Outcome(int status, List<String> out, List<String> err) {
        String lastError() {
            return err.isEmpty() ? "" : err.get(err.size() - 1);
        }
    }

    Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Lets another command start this one, as {@code nice} does. */
    Launcher within(String... command) {
        wrapper.addAll(List.of(command));
        return this;
    }

    /** Starts a command with standard output to a pipe and standard error to a file. */
    Process start(Path errors, String... arguments) throws IOException {
        return builder(arguments).redirectError(errors.toFile()).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(line -> {}, arguments);
    }

    /** Runs a command to its end and passes each line of its output to a listener as it arrives. */
    Outcome run(Consumer<String> listener, String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).start();
        // Reads to the end, because a filter of the launcher may still have lines when the command has ended.
        CompletableFuture<List<String>> errors = CompletableFuture.supplyAsync(
                () -> process.errorReader(StandardCharsets.UTF_8).lines().toList(), task -> new Thread(task).start());
        List<String> out = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.add(line);
                listener.accept(line);
            }
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("Command did not end: " + String.join(" ", arguments));
        }
        return new Outcome(process.exitValue(), out, told(errors.join()));
    }

    static List<String> errors(Path file) throws IOException {
        return told(Files.readAllLines(file));
    }

    private static List<String> told(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                .toList();
    }
}
