package org.spolia.jobs.cli.stage;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The output of stages that run until they are stopped: a line for each batch, a heartbeat if there are none, and a
 * summary.
 */
final class BatchLog {
    /** Long enough for a log that nobody watches, short enough for a person who waits. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant started;
    private final Map<String, Total> totals = new LinkedHashMap<>();
    private Instant lastLine;
    private Instant lastBatch;
    private boolean ended;

    BatchLog(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.started = clock.instant();
        this.lastLine = started;
        this.lastBatch = started;
    }

    /** Reports that a stage starts to look for rows. */
    synchronized void start(String stage, Duration interval) {
        totals.put(stage, new Total());
        print(String.format(Locale.ROOT, "%-7s looking for new rows every %s; Ctrl-C ends", stage, text(interval)));
    }

    /** Reports what a stage says. */
    synchronized void report(String stage, String line) {
        print(String.format(Locale.ROOT, "%-7s %s", stage, line));
    }

    /** Reports that a batch has ended. Batches without rows count as waiting. */
    synchronized void batch(String stage, long number, long rows, Duration took) {
        if (rows == 0) {
            idle();
            return;
        }
        Total total = totals.computeIfAbsent(stage, name -> new Total());
        total.batches++;
        total.rows += rows;
        lastBatch = clock.instant();
        print(String.format(
                Locale.ROOT,
                "%-7s batch %d: %d rows in %.1f s · %d rows so far",
                stage,
                number,
                rows,
                took.toMillis() / 1e3,
                total.rows));
    }

    /** Reports that there are no new rows, unless the last line is recent. */
    synchronized void idle() {
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(QUIET) >= 0) {
            print("waiting: no new rows for " + text(Duration.between(lastBatch, now)));
        }
    }

    /** Reports the work since the start. */
    synchronized void summary() {
        print("stopped after " + text(Duration.between(started, clock.instant())) + ": "
                + totals.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().rows + " rows in "
                                + entry.getValue().batches + (entry.getValue().batches == 1 ? " batch" : " batches"))
                        .collect(Collectors.joining(", "))
                + "; the same command continues from here");
        ended = true;
    }

    /** Returns whether the summary was printed, which is the last line. */
    synchronized boolean hasEnded() {
        return ended;
    }

    private void print(String line) {
        if (ended) {
            // Stages fail while Spark stops.
            return;
        }
        out.println(line);
        out.flush();
        lastLine = clock.instant();
    }

    private static String text(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + "h" + duration.toMinutesPart() + "m";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + "m" + duration.toSecondsPart() + "s"
                : duration.toSeconds() + "s";
    }

    private static final class Total {
        private long batches;
        private long rows;
    }
}
