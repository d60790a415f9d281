package org.spolia.jobs.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.spolia.jobs.cli.Spolia;
import org.spolia.symbolic.evaluation.CompilerOptions;

/** The command line, or another class, in a separate JVM, which may be killed. */
public final class ChildProcess {
    private final List<String> command = new ArrayList<>();

    private ChildProcess(String javaHome, String classPath, Class<?> main, List<String> options) {
        command.add(Path.of(javaHome, "bin", "java").toString());
        command.add("@" + Path.of(System.getProperty("spolia.root"), ".mvn", "run.options"));
        command.addAll(CompilerOptions.recommended());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of("-Xms1g", "-Xmn600m", "-Xmx1g"));
        // This quick compiler's defaults for short-lived JVMs are so low that all memory is collected repeatedly to
        // make room.
        command.addAll(List.of("-XX:MetaspaceSize=256m", "-XX:ReservedCodeCacheSize=256m"));
        // Verification of classes takes a sixth of the time of a short command.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        command.add(main.getName());
    }

    /** Creates a JVM of the same kind as this one. */
    static ChildProcess create(String... options) {
        return new ChildProcess(System.getProperty("java.home"), classPath(), Spolia.class, List.of(options));
    }

    /** The same for another main class. */
    static ChildProcess create(Class<?> main, String... options) {
        return new ChildProcess(System.getProperty("java.home"), classPath(), main, List.of(options));
    }

    /** The same for a main class that finds the classes of a folder or jar before ours and those of libraries. */
    public static ChildProcess create(Class<?> main, Path folder, String... options) {
        String classPath = folder + File.pathSeparator + classPath();
        return new ChildProcess(System.getProperty("java.home"), classPath, main, List.of(options));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Runs a command to its end, or to the chosen end of the JVM. */
    public Result run(List<String> arguments) throws IOException, InterruptedException {
        return runUntil(arguments, line -> false);
    }

    /** Runs a command and kills it, as by kill -9, as soon as it prints a matching line. */
    public Result runUntil(List<String> arguments, java.util.function.Predicate<String> last)
            throws IOException, InterruptedException {
        Running running = start(arguments);
        running.read(line -> {
            if (last.test(line)) {
                running.process.toHandle().destroyForcibly();
            }
        });
        return new Result(running.process.waitFor(), running.lines());
    }

    /** Starts a command. Its output is read in the background. */
    public Running startInBackground(List<String> arguments) throws IOException {
        Running running = start(arguments);
        Thread reader = new Thread(() -> running.read(line -> {}));
        reader.setDaemon(true);
        reader.start();
        return running;
    }

    private Running start(List<String> arguments) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        return new Running(
                new ProcessBuilder(whole).redirectErrorStream(true).start(),
                Collections.synchronizedList(new ArrayList<>()));
    }

    /** A command that runs, and what it has printed so far. */
    record Running(Process process, List<String> printed) implements AutoCloseable {
        List<String> lines() {
            synchronized (printed) {
                return List.copyOf(printed);
            }
        }

        /** Ends it as by kill -9. */
        void kill() {
            process.toHandle().destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() {
            kill();
        }

        /** Ends it as by Ctrl-C in a terminal of its own, and returns its output. */
        Result stop() throws InterruptedException {
            process.toHandle().destroy();
            return new Result(process.waitFor(), lines());
        }

        private void read(Consumer<String> listener) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    // The JVM itself prints this for any program.
                    if (!line.startsWith("WARNING: ")) {
                        printed.add(line);
                    }
                    listener.accept(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The exit code of a command and its output, both streams together. */
    public record Result(int exitCode, List<String> lines) {}
}
