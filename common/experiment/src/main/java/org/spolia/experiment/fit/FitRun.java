package org.spolia.experiment.fit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.rows.CellSums;
import org.spolia.symbolic.rows.Demand;
import org.spolia.symbolic.rows.Generation;
import org.spolia.symbolic.rows.GroupFit;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.SearchProblem;
import org.spolia.symbolic.search.SearchState;
import org.spolia.symbolic.search.Spread;
import org.spolia.symbolic.search.Workers;
import org.spolia.symbolic.search.range.TrainingRange;
import org.spolia.symbolic.search.result.NoModelException;
import org.spolia.symbolic.search.result.SearchResult;

/**
 * One fit from the table to the files. With a budget in evaluations, the files are the same bytes on any machine and
 * number of threads, with or without interruption.
 */
public final class FitRun {
    /** The part of a time budget for polish and files. */
    private static final double FINISHING_SHARE = 0.15;

    private static final Duration WRITING = Duration.ofMillis(150);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);
    private static final Duration BETWEEN_STATES = Duration.ofSeconds(5);

    private final TrainingTable table;
    private final Sample sample;
    private final SearchProblem problem;
    private final Function<SearchProblem, Spread> spreads;
    private final Duration betweenStates;
    private final Optional<AllRows> rows;
    private final FitOptions options;
    private final FitListener listener;
    private final Instant start;
    private final InstantSource clock;
    private final VariableNames variables;
    private final VariableNames names;
    private final FitFiles files;
    private final byte[] digest;
    private volatile boolean interrupted;

    /**
     * @param start the start of the time budget
     * @param clock measures the time budget and the intervals of reports and checkpoints
     */
    public FitRun(TrainingTable table, FitOptions options, FitListener listener, Instant start, InstantSource clock) {
        this(
                table,
                options,
                listener,
                start,
                clock,
                problem -> Workers.of(options.threads()),
                BETWEEN_STATES,
                Optional.empty());
    }

    /**
     * Creates a run whose search is computed elsewhere. Its state is saved after each epoch.
     *
     * @param spreads opens what computes the pieces of a search
     */
    public FitRun(
            TrainingTable table,
            FitOptions options,
            FitListener listener,
            Instant start,
            InstantSource clock,
            Function<SearchProblem, Spread> spreads) {
        this(table, options, listener, start, clock, spreads, Duration.ZERO, Optional.empty());
    }

    private FitRun(
            TrainingTable table,
            FitOptions options,
            FitListener listener,
            Instant start,
            InstantSource clock,
            Function<SearchProblem, Spread> spreads,
            Duration betweenStates,
            Optional<AllRows> rows) {
        requireTargets(table, options.loss());
        this.table = table;
        this.problem = problem(table, options);
        this.sample = problem.sample();
        this.spreads = spreads;
        this.betweenStates = betweenStates;
        this.rows = rows;
        this.options = options;
        this.listener = listener;
        this.start = start;
        this.clock = clock;
        this.variables = VariableNames.of(table.variables());
        this.names = variables.with(options.search()
                .operators()
                .template()
                .map(Template::parameters)
                .orElse(List.of()));
        this.files = new FitFiles(options.output());
        this.digest = digest(table, options);
    }

    /** Returns the same run for a sample of a larger table, whose rows decide in the end. */
    public FitRun over(AllRows all) {
        return new FitRun(table, options, listener, start, clock, spreads, betweenStates, Optional.of(all));
    }

    private static SearchProblem problem(TrainingTable table, FitOptions options) {
        double[][] columns = Stream.concat(Arrays.stream(table.columns()), Arrays.stream(table.indicators()))
                .toArray(double[][]::new);
        return new SearchProblem(
                columns, table.values(), table.weights(), options.loss().toString(), options.search(), options.seed());
    }

    /** Checks that the loss applies to the targets. */
    static void requireTargets(TrainingTable table, Loss loss) {
        try {
            loss.requireTargets(table.values());
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--elementwise-loss: column '" + table.target() + "': " + e.getMessage(), e);
        }
    }

    /** Asks a running fit to save its results and to return soon. Any thread may call it. */
    public void interrupt() {
        interrupted = true;
    }

    /** Runs the fit. Returns true at its end, and false if it was interrupted. */
    public boolean run() {
        Search search = Search.of(sample, options.search(), options.seed());
        if (rows.isPresent() && !search.hasUnitsOfData()) {
            throw new ExperimentException(
                    "--spread rows: a column has extreme values; give it in another unit, as with --query, so that"
                            + " its largest value is between 1e-30 and 1e30");
        }
        rows.ifPresent(search::over);
        guess(search);
        if (options.resume()) {
            resume(search);
        }
        files.writeVariables(variables);
        listener.started(table.rows(), variables);
        BooleanSupplier evolved = until(timeAt(1 - FINISHING_SHARE));
        byte[] state = SearchState.save(search, digest);
        try (Spread spread = spreads.apply(problem)) {
            if (options.time().isPresent()) {
                begin(search, spread);
            }
            Pace reports = new Pace(clock, BETWEEN_REPORTS);
            Instant saved = clock.instant();
            while (!search.finished() && !evolved.getAsBoolean() && !goodEnough(search)) {
                if (options.time().isPresent()) {
                    search.progress(share(search));
                }
                search.advance(spread, evolved);
                if (!evolved.getAsBoolean()) {
                    state = SearchState.save(search, digest);
                }
                if (reports.isDue() && !search.front().isEmpty()) {
                    reports.run(() -> {
                        listener.progressed(search.front(), share(search), search.evaluations(), names);
                        writeSnapshot(search);
                    });
                }
                Instant now = clock.instant();
                if (Duration.between(saved, now).compareTo(betweenStates) >= 0) {
                    files.writeState(state);
                    saved = now;
                }
            }
        }
        return finish(search, state);
    }

    /** The part of the search that the time budget does not shorten, so that a slow start only reduces later steps. */
    private void begin(Search search, Spread spread) {
        if (!search.hasBegun()) {
            search.advance(spread, () -> interrupted);
        }
        search.survey();
    }

    private boolean goodEnough(Search search) {
        return options.earlyStop().isPresent()
                && search.front().stream()
                        .anyMatch(candidate ->
                                candidate.loss() <= options.earlyStop().getAsDouble());
    }

    /** Writes nothing if all members are larger or deeper than a model may be. */
    private void writeSnapshot(Search search) {
        try {
            files.writeHallOfFame(search.snapshot(), names, rowsOfSample());
        } catch (NoModelException e) {
            // If no model exists by then, the end of the fit reports it.
        }
    }

    private boolean finish(Search search, byte[] state) {
        files.writeState(state);
        if (search.front().isEmpty()) {
            throw nothingFound();
        }
        try {
            return finish(search);
        } catch (NoModelException e) {
            throw nothingFound();
        }
    }

    private boolean finish(Search search) {
        if (interrupted) {
            SearchResult snapshot = search.snapshot();
            OptionalLong count = rowsOfSample();
            write(snapshot, ReadableForms.of(snapshot, sample, () -> interrupted), count, range(count));
            listener.interrupted(files.hallOfFame());
            return false;
        }
        listener.progressed(search.front(), share(search), search.evaluations(), names);
        BooleanSupplier stopped = until(timeAt(1).minus(WRITING));
        boolean holdsOut = options.search().validation().holdsOut();
        BooleanSupplier polished = holdsOut && rows.isEmpty() ? until(timeAt(1 - FINISHING_SHARE / 2)) : stopped;
        SearchResult result = search.finish(polished, stopped);
        ReadableForms forms = ReadableForms.of(result, sample, stopped);
        OptionalLong count = rows.map(all -> OptionalLong.of(all.count())).orElse(OptionalLong.empty());
        TrainingRange range = range(count);
        SavedFit fit = write(result, forms, count, range);
        listener.measured(
                table,
                rows.map(all -> Accuracy.of(all, selected(all, result.best().expression()), sample.mean()))
                        .orElseGet(() -> Accuracy.of(table, fit.predict(table), options.loss())),
                range.coverage(result.best().expression()),
                forms);
        listener.finished(result, names, files.hallOfFame(), files.variablesIfRenamed(variables));
        return true;
    }

    /** Returns the selected model for passes. If rows have groups, its constants in each are written to a file. */
    private Generation selected(AllRows all, Expression expression) {
        if (all.groups().isEmpty()) {
            return Generation.of(List.of(expression), Demand.SPREAD, options.loss());
        }
        GroupFit fit = GroupFit.of(all, expression, options.loss());
        CellSums[] ofGroups = all.evaluate(fit.generation()).groups().values().toArray(CellSums[]::new);
        files.writeGroups(all.groups(), ofGroups, fit.constants());
        return fit.generation();
    }

    private ExperimentException nothingFound() {
        if (options.search().operators().template().isPresent()) {
            return new ExperimentException("--template: no expression was found that has a value at every row; change"
                    + " the template, or leave out the rows outside its domain");
        }
        double largest = Arrays.stream(table.values()).map(Math::abs).max().orElse(0);
        return new ExperimentException("Column '" + table.target() + "': no expression with a finite loss was found;"
                + " its values reach " + Decimal.shortest(largest)
                + "; give the column in another unit, or leave out --elementwise-loss");
    }

    private void guess(Search search) {
        List<Expression> guesses = new ArrayList<>();
        for (String guess : options.guesses()) {
            guesses.add(Guesses.parse(
                    guess, names.names(), options.search().operators().definitions(), sample));
        }
        try {
            search.guess(guesses);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--guesses: " + e.getMessage(), e);
        }
    }

    private OptionalLong rowsOfSample() {
        return rows.isPresent() ? OptionalLong.of(table.rows()) : OptionalLong.empty();
    }

    private TrainingRange range(OptionalLong count) {
        return TrainingRange.of(sample, count.orElse(sample.rows()));
    }

    private SavedFit write(SearchResult result, ReadableForms forms, OptionalLong count, TrainingRange range) {
        files.writeHallOfFame(result, names, count);
        // The constants of a model with groups are those of the group of the sample.
        boolean ofSample = rows.map(all -> !all.groups().isEmpty()).orElse(true);
        double share = ofSample ? 1 : (double) sample.rows() / count.orElse(sample.rows());
        SavedFit fit = SavedFit.of(
                result, forms, names, table.target(), table.categories(), sample, share, range, options.sql(), count);
        files.writeExports(Exports.of(fit, result, names));
        return fit;
    }

    private void resume(Search search) {
        try {
            SearchState.load(search, files.readState(), digest);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException(
                    options.output() + ": " + e.getMessage()
                            + "; give the same file and options as before, or start again" + " without --resume",
                    e);
        }
    }

    private Instant timeAt(double share) {
        return options.time()
                .map(time -> start.plusNanos((long) (time.toNanos() * share)))
                .orElse(Instant.MAX);
    }

    private BooleanSupplier until(Instant end) {
        return () -> interrupted || clock.instant().isAfter(end);
    }

    private double share(Search search) {
        if (options.time().isPresent()) {
            double passed = Duration.between(start, clock.instant()).toNanos();
            return Math.max(0, Math.min(1, passed / options.time().get().toNanos()));
        }
        return Math.min(1, (double) search.evaluations() / options.search().evaluations());
    }

    private static byte[] digest(TrainingTable table, FitOptions options) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : table.variables()) {
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (double[] column : table.columns()) {
                digest.update(bytes(column));
            }
            digest.update(bytes(table.values()));
            digest.update(bytes(table.weights()));
            for (double[] column : table.indicators()) {
                digest.update(bytes(column));
            }
            digest.update((options.loss() + " " + options.guesses()).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }
}
