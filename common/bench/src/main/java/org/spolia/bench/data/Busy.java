package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Measures how busy the search stage keeps its slots, with 200 equal trials of about a second on two slots: the sum of
 * their wall times, divided by the number of slots and by the wall time of the stage, from the last line of stage plan
 * to the end of the run. Meanwhile another process counts the visible results.
 */
public final class Busy {
    private static final int TRIALS = 200;
    private static final int SLOTS = 2;
    private static final Pattern PROGRESS = Pattern.compile("^search +(\\d+)/" + TRIALS);
    private static final long CALIBRATION = 400_000;
    private static final int CALIBRATION_TRIALS = 40;

    private final Path folder;
    private final Command spolia;

    public Busy(Path home) throws IOException {
        this.folder = Files.createTempDirectory("spolia-busy");
        this.spolia = new Command(home);
    }

    public void run() throws IOException, InterruptedException {
        writeProblem();
        long evaluations = calibrate();
        Path config = writeConfig("busy", evaluations, TRIALS);
        String warehouse = folder.resolve("busy").toString();
        Watcher watcher = new Watcher(warehouse);
        run(config, warehouse, watcher::hear);
        double stage = watcher.secondsSincePlan();
        double work =
                number(warehouse, "SELECT sum(wall_seconds) FROM attempts WHERE stage = 'search' AND outcome = 'done'");
        System.out.printf(Locale.ROOT, "%d trials on %d slots: %.1f s of work in %.1f s%n", TRIALS, SLOTS, work, stage);
        System.out.printf("busy.seen-while-running\tcount\t%d/%d%n", watcher.seen(), TRIALS);
        System.out.printf(Locale.ROOT, "busy.search\tratio\t%.3f%n", work / (SLOTS * stage));
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

    private long calibrate() throws IOException, InterruptedException {
        Path config = writeConfig("calibration", CALIBRATION, CALIBRATION_TRIALS);
        String warehouse = folder.resolve("calibration").toString();
        run(config, warehouse, line -> {});
        // The first trials include compilation.
        double each =
                number(warehouse, "SELECT percentile_approx(wall_seconds, 0.25) FROM attempts WHERE outcome = 'done'");
        return Math.max(1, Math.round(CALIBRATION / each));
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
        private CompletableFuture<Long> answer = CompletableFuture.completedFuture(-1L);
        private boolean asked;
        private long planned;

        Watcher(String warehouse) {
            this.warehouse = warehouse;
        }

        void hear(String line) {
            if (line.startsWith("plan")) {
                planned = System.nanoTime();
            }
            Matcher progress = PROGRESS.matcher(line);
            if (!asked && progress.find() && Integer.parseInt(progress.group(1)) >= TRIALS / 3) {
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
