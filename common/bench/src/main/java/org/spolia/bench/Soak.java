package org.spolia.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spolia.bench.common.Options;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.fit.FitListener;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.FitRun;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.Failure;
import org.spolia.symbolic.search.result.SearchResult;

/**
 * Fits random data sets with random operators and options, one after another. A fit fails if it throws, skips steps,
 * has a loss that is not finite, or writes a number that is not finite.
 *
 * <p>Options: {@code --data-sets N}, {@code --seconds N} or {@code --evaluations N} for each, {@code --seed N}, {@code
 * --first N} to start with another case.
 */
final class Soak {
    private static final Pattern NOT_FINITE = Pattern.compile("(?m)(^|[:,\\[]) *-?(NaN|Infinity) *($|[,}\\]])");
    private static final List<String> FILES = List.of("hall_of_fame.csv", "model.json");

    private static final int BETWEEN_REPORTS = 50;

    private final int dataSets;
    private final int first;
    private final long seed;
    private final Optional<Duration> time;
    private final long evaluations;
    private final PrintStream out;
    private final Path folder;

    Soak(Options options) throws IOException {
        this(
                options.number("first", 0),
                options.number("data-sets", 500),
                options.number("seed", (int) (System.nanoTime() >>> 10) & 0xFFFFFF),
                time(options),
                options.number("evaluations", 0),
                System.out);
    }

    private static Optional<Duration> time(Options options) {
        return options.number("evaluations", 0) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(options.number("seconds", 2)));
    }

    private Soak(int first, int dataSets, long seed, Optional<Duration> time, long evaluations, PrintStream out)
            throws IOException {
        this.first = first;
        this.dataSets = dataSets;
        this.seed = seed;
        this.time = time;
        this.evaluations = time.isPresent() ? Long.MAX_VALUE : evaluations;
        this.out = out;
        this.folder = Files.createTempDirectory("spolia-soak");
    }

    /** A soak with a budget in evaluations for each data set, so that it is independent of the clock. */
    static Soak ofEvaluations(int dataSets, long evaluations, long seed, PrintStream out) throws IOException {
        return new Soak(0, dataSets, seed, Optional.empty(), evaluations, out);
    }

    /** Returns the failed cases, one line each. */
    List<String> run() throws IOException {
        out.printf(Locale.ROOT, "soak: %d data sets, seed %d%n", dataSets, seed);
        Instant start = Instant.now();
        List<String> failed = new ArrayList<>();
        for (int number = first; number < first + dataSets; number++) {
            SoakCase one = new SoakCase(seed, number);
            List<String> problems = fit(one);
            if (!problems.isEmpty()) {
                failed.add(one + ": " + String.join("; ", problems));
                out.println("FAILED " + failed.get(failed.size() - 1));
            }
            int done = number - first + 1;
            if (done % BETWEEN_REPORTS == 0 && done < dataSets) {
                out.printf(Locale.ROOT, "%d of %d, %d failed%n", done, dataSets, failed.size());
            }
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1e3;
        out.printf(
                Locale.ROOT,
                "soak: %d data sets, %d failed, seed %d, %.0f s%n",
                dataSets,
                failed.size(),
                seed,
                seconds);
        return failed;
    }

    private List<String> fit(SoakCase one) throws IOException {
        Outcome outcome = new Outcome();
        String options = "";
        try {
            FitOptions given = one.options(time, evaluations, folder);
            options = given.search() + " " + given.loss();
            new FitRun(one.table(), given, outcome, Instant.now(), InstantSource.system()).run();
        } catch (ExperimentException e) {
            // A template may be undefined at some rows, and a loss may overflow.
            if (!String.valueOf(e.getMessage()).startsWith("--template") && !one.hasOtherLoss()) {
                out.println(options);
                outcome.problems.add(e.toString());
            }
            return outcome.problems;
        } catch (RuntimeException | StackOverflowError e) {
            e.printStackTrace(out);
            out.println(options);
            outcome.problems.add(e.toString());
        }
        if (outcome.problems.isEmpty()) {
            for (String file : FILES) {
                if (NOT_FINITE.matcher(Files.readString(folder.resolve(file))).find()) {
                    outcome.problems.add(file + " has a number that is not finite");
                }
            }
        }
        return outcome.problems;
    }

    /** The failure that a listener reports. */
    private static final class Outcome implements FitListener {
        private final List<String> problems = new ArrayList<>();

        @Override
        public void started(int rows, VariableNames names) {}

        @Override
        public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {}

        @Override
        public void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {
            result.failures().stream().map(Failure::toString).forEach(problems::add);
            for (Candidate candidate : result.candidates()) {
                if (!Double.isFinite(candidate.loss())) {
                    problems.add("loss " + candidate.loss() + " of " + candidate.expression());
                }
            }
        }

        @Override
        public void interrupted(Path hallOfFame) {
            problems.add("interrupted");
        }
    }
}
