package org.spolia.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Processes;

/**
 * Measures small commands as whole processes, on each JDK that is found, without and with an archive of classes: the
 * wall time of the fastest run, and the processor time of that run. {@code fit} is measured to its first line. The
 * other commands read a warehouse with no work left: that of {@code --warehouse}, or a new one.
 */
final class Start {
    /** If the user sets an option about archives, the launcher uses none; this option is the JVM's default. */
    private static final String WITHOUT_ARCHIVE = "-Xshare:auto";

    private static final Pattern TIMES = Pattern.compile("times (\\S+) (\\S+) (\\S+)");

    private final Path home;
    private final int runs;
    private final Path folder;
    private final String config;
    private String warehouse;

    Start(Path home, Options options) throws IOException {
        this.home = home;
        this.runs = options.number("runs", 3);
        this.folder = Files.createTempDirectory("spolia-start");
        this.config = home.resolve("configs/quickstart.yaml").toString();
        this.warehouse = options.words("warehouse", List.of("")).get(0);
    }

    void run() throws IOException, InterruptedException {
        if (warehouse.isEmpty()) {
            warehouse = folder.resolve("out").toString();
            System.out.println("making a warehouse of 544 trials with small budgets");
            Processes.run(
                    List.of(home.resolve("spolia").toString()),
                    "run",
                    config,
                    "--set",
                    "search.evaluations=1000",
                    "--warehouse",
                    warehouse);
        }
        Path data = folder.resolve("line.csv");
        Files.writeString(data, "x,y\n1,3\n2,5\n3,7\n4,9\n5,11\n6,13\n");
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("help", List.of("--help"));
        commands.put("status", List.of("status", "--warehouse", warehouse));
        commands.put("sql", List.of("sql", "SELECT count(*) FROM trials", "--warehouse", warehouse));
        // The budget is part of a trial, so an idle run needs the budget of the warehouse.
        commands.put("run", List.of("run", config, "--set", "search.evaluations=1000", "--warehouse", warehouse));
        commands.put(
                "fit",
                List.of("fit", data.toString(), "-y", "y", "--evaluations", "20000", "--output", folder + "/fit"));
        for (String jdk : Processes.lines(home.resolve("spolia").toString(), "jdks")) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                compare(jdk, command.getKey(), command.getValue());
            }
        }
    }

    private void compare(String jdk, String name, List<String> arguments) throws IOException, InterruptedException {
        Time cold = best(jdk, name, arguments, WITHOUT_ARCHIVE);
        Time first = time(jdk, name, arguments, "");
        Time warm = best(jdk, name, arguments, "");
        System.out.printf(
                Locale.ROOT,
                "%-28s %-7s cold %6.2f s (cpu %6.2f)  first %6.2f s  warm %6.2f s (cpu %6.2f)%n",
                Path.of(jdk).getFileName(),
                name,
                cold.wall,
                cold.processor,
                first.wall,
                warm.wall,
                warm.processor);
        System.out.printf(Locale.ROOT, "start.%s\tratio\t%.3f%n", name, warm.wall / cold.wall);
    }

    private Time best(String jdk, String name, List<String> arguments, String options)
            throws IOException, InterruptedException {
        Time best = time(jdk, name, arguments, options);
        for (int i = 1; i < runs; i++) {
            Time next = time(jdk, name, arguments, options);
            best = next.wall < best.wall ? next : best;
        }
        return best;
    }

    /** The shell measures the processor time of its child processes. */
    private Time time(String jdk, String name, List<String> arguments, String options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "TIMEFORMAT='times %R %U %S'; time \"$@\" 2> \"$0\"",
                folder.resolve("errors").toString(),
                home.resolve("spolia").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", jdk);
        builder.environment().put("JDK_JAVA_OPTIONS", options);
        Path times = folder.resolve("times");
        builder.redirectError(times.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        double firstLine = 0;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                firstLine = firstLine == 0 ? (System.nanoTime() - start) / 1e9 : firstLine;
            }
        }
        int status = process.waitFor();
        Matcher found = TIMES.matcher(Files.readString(times));
        if (status != 0 || !found.find()) {
            throw new IOException(
                    name + " ended with status " + status + ": " + Files.readString(folder.resolve("errors")));
        }
        double wall = name.equals("fit") ? firstLine : Double.parseDouble(found.group(1));
        return new Time(wall, Double.parseDouble(found.group(2)) + Double.parseDouble(found.group(3)));
    }

    private record Time(double wall, double processor) {}
}
