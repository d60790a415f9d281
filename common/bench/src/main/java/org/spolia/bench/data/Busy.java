package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.spolia.bench.common.Command;
import org.spolia.bench.common.Options;

/**
 * Measures how busy the search stage keeps its slots, with equal trials on two slots: 2856 short ones, and 200 of about
 * a second. It is the sum of their wall times, divided by the number of slots and by the wall time of the stage, from
 * the last line of stage plan to the end of the run. Meanwhile another process counts the visible results.
 *
 * <p>{@code --cases short} measures one of the cases, and {@code --trials 400} makes fewer trials.
 */
public final class Busy {
    private static final int SLOTS = 2;
    private static final Pattern PROGRESS = Pattern.compile("^search +(\\d+)/\\d+");
    private static final long EVALUATIONS_A_SECOND = 400_000;
    private static final int CALIBRATION_TRIALS = 40;

    /** A number of trials, their length, and the ratio that the stage should reach. */
    private enum Case {
        SHORT(2856, 0.08, 0.85),
        SECOND(200, 1, 0.95);

        private final int trials;
        private final double seconds;
        private final double target;

        Case(int trials, double seconds, double target) {
            this.trials = trials;
            this.seconds = seconds;
            this.target = target;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path folder;
    private final Command spolia;
    private final Options options;

    public Busy(Path home, Options options) throws IOException {
        this.folder = Files.createTempDirectory("spolia-busy");
        this.spolia = new Command(home);
        this.options = options;
    }

    public void run() throws IOException, InterruptedException {
        writeProblem();
        List<String> results = new ArrayList<>();
        for (String label : options.words("cases", List.of("short", "second"))) {
            results.addAll(measure(named(label)));
        }
        results.forEach(System.out::println);
    }

    private static Case named(String label) {
        return Arrays.stream(Case.values())
                .filter(known -> known.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Option --cases has the value '" + label + "' where short or second belong"));
    }

    private List<String> measure(Case measured) throws IOException, InterruptedException {
        int trials = options.number("trials", measured.trials);
        long evaluations = calibrate(measured);
        String name = "busy-" + measured.label();
        Path config = writeConfig(name, evaluations, trials);
        String warehouse = folder.resolve(name).toString();
        Watcher watcher = new Watcher(warehouse, trials);
        run(config, warehouse, watcher::hear);
        double stage = watcher.secondsSincePlan();
        double work = number(warehouse, sumOf("wall_seconds"));
        System.out.printf(
                Locale.ROOT,
                "%d trials on %d slots: %.1f s of work, %.1f s of processor time, in %.1f s%n",
                trials,
                SLOTS,
                work,
                number(warehouse, sumOf("cpu_seconds")),
                stage);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "busy.%s.seen-while-running\tcount\t%d/%d",
                        measured.label(),
                        watcher.seen(),
                        trials),
                String.format(
                        Locale.ROOT,
                        "busy.%s\tratio\t%.3f\ttarget\t%.2f",
                        measured.label(),
                        work / (SLOTS * stage),
                        measured.target));
    }

    private static String sumOf(String column) {
        return "SELECT sum(" + column + ") FROM attempts WHERE stage = 'search' AND outcome = 'done'";
    }

    /** With noise, no exact law ends a trial early, so all trials cost the same. */
    private void writeProblem() throws IOException {
        Files.writeString(folder.resolve("problem.yaml"), """
                field: mechanics
                problems:
                  - id: mechanics.busy
                    formula: a*sin(b*c)/d
                    target: {name: z}
                    variables:
                      - {name: a, train: [0.5, 2.0], ood: [2.0, 4.0]}
                      - {name: b, train: [0.5, 2.0], ood: [2.0, 4.0]}
                      - {name: c, train: [0.5, 2.0], ood: [2.0, 4.0]}
                      - {name: d, train: [0.5, 2.0], ood: [2.0, 4.0]}
                """);
    }

    private Path writeConfig(String name, long evaluations, int trials) throws IOException {
        String seeds = LongStream.range(0, trials).mapToObj(Long::toString).collect(Collectors.joining(", "));
        Path config = folder.resolve(name + ".yaml");
        String text = """
                name: {name}
                stages: [plan, search]
                problems: {files: [problem.yaml]}
                data: {train-rows: 200, noise: [0.3]}
                operator-sets:
                  - {name: elementary, operators: [+, -, "*", /, sqrt, exp, log, sin, cos]}
                search: {evaluations: {evaluations}}
                seeds: [{seeds}]
                """;
        Files.writeString(
                config,
                text.replace("{name}", name)
                        .replace("{evaluations}", Long.toString(evaluations))
                        .replace("{seeds}", seeds));
        return config;
    }

    private long calibrate(Case measured) throws IOException, InterruptedException {
        long evaluations = Math.round(EVALUATIONS_A_SECOND * measured.seconds);
        String name = "calibration-" + measured.label();
        Path config = writeConfig(name, evaluations, CALIBRATION_TRIALS);
        String warehouse = folder.resolve(name).toString();
        run(config, warehouse, line -> {});
        // The first trials include compilation.
        double each =
                number(warehouse, "SELECT percentile_approx(wall_seconds, 0.25) FROM attempts WHERE outcome = 'done'");
        return Math.max(1, Math.round(evaluations * measured.seconds / each));
    }

    private void run(Path config, String warehouse, Consumer<String> listener)
            throws IOException, InterruptedException {
        spolia.run(
                line -> {
                    System.out.println(line);
                    listener.accept(line);
                },
                "run",
                config.toString(),
                "--master",
                "local[" + SLOTS + "]",
                "--warehouse",
                warehouse);
    }

    private double number(String warehouse, String query) throws IOException, InterruptedException {
        List<String> lines = spolia.lines("sql", "--format", "csv", "--warehouse", warehouse, query);
        return Double.parseDouble(lines.get(lines.size() - 1));
    }

    /** Counts the results that are visible from outside when a third of the trials are reported as done. */
    private final class Watcher {
        private final String warehouse;
        private final int trials;
        private CompletableFuture<Long> answer = CompletableFuture.completedFuture(-1L);
        private boolean asked;
        private long planned;

        Watcher(String warehouse, int trials) {
            this.warehouse = warehouse;
            this.trials = trials;
        }

        void hear(String line) {
            if (line.startsWith("plan")) {
                planned = System.nanoTime();
            }
            Matcher progress = PROGRESS.matcher(line);
            if (!asked && progress.find() && Integer.parseInt(progress.group(1)) >= trials / 3) {
                asked = true;
                answer = CompletableFuture.supplyAsync(this::count);
            }
        }

        double secondsSincePlan() {
            return (System.nanoTime() - planned) / 1e9;
        }

        private long count() {
            try {
                return (long) number(warehouse, "SELECT count(DISTINCT trial_id) FROM candidates");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        long seen() {
            return answer.orTimeout(10, TimeUnit.MINUTES).join();
        }
    }
}
