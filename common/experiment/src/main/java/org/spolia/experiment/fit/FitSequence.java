package org.spolia.experiment.fit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.search.SearchProblem;
import org.spolia.symbolic.search.Spread;

/**
 * Fits of several targets of one table, one after another, as in PySR. Each has its own search, hall of fame, folder
 * and budget in evaluations, and an equal share of a budget in time. With one target it is a single fit.
 */
public final class FitSequence {
    private final List<TrainingTable> tables;
    private final List<FitOptions> options;
    private final List<Path> folders;
    private final FitListener listener;
    private final Instant start;
    private final InstantSource clock;
    private final Optional<Function<SearchProblem, Spread>> spreads;
    private final Optional<AllRows> rows;
    private volatile @Nullable FitRun current;
    private volatile boolean interrupted;

    /**
     * @param tables one for each target
     * @param options the options of each fit; their output folder contains the folders of the fits
     * @param start the start of the time budget
     * @param spreads opens what computes the pieces of a search, if that is not threads of this process
     * @param rows all rows, if the table of the only target is a sample
     */
    public FitSequence(
            List<TrainingTable> tables,
            List<FitOptions> options,
            FitListener listener,
            Instant start,
            InstantSource clock,
            Optional<Function<SearchProblem, Spread>> spreads,
            Optional<AllRows> rows) {
        for (int i = 0; i < tables.size(); i++) {
            FitRun.requireTargets(tables.get(i), options.get(i).loss());
        }
        this.tables = List.copyOf(tables);
        this.options = List.copyOf(options);
        this.folders = SavedOutputs.folders(
                options.get(0).output(),
                tables.stream().map(TrainingTable::target).toList(),
                options.get(0).resume());
        this.listener = listener;
        this.start = start;
        this.clock = clock;
        this.spreads = spreads;
        this.rows = rows;
    }

    /** Asks the present fit to save its results and to return soon, and starts no other. Any thread may call it. */
    public void interrupt() {
        interrupted = true;
        FitRun present = current;
        if (present != null) {
            present.interrupt();
        }
    }

    /** The folder of the files of each fit. */
    public List<Path> folders() {
        return folders;
    }

    /** Runs the fits. Returns true at their end, and false if they were interrupted. */
    public boolean run() {
        int count = tables.size();
        for (int i = 0; i < count; i++) {
            FitOptions given = options.get(i);
            Instant from = start.plus(
                    given.time().orElse(Duration.ZERO).multipliedBy(i).dividedBy(count));
            FitRun run = run(i, from);
            current = run;
            if (interrupted) {
                run.interrupt();
            }
            if (count > 1) {
                listener.turned(tables.get(i).target(), i + 1, count);
            }
            if (!run.run()) {
                return false;
            }
        }
        return true;
    }

    private FitRun run(int index, Instant from) {
        TrainingTable table = tables.get(index);
        FitOptions own = ofOne(index);
        FitRun run = spreads.map(given -> new FitRun(table, own, listener, from, clock, given))
                .orElseGet(() -> new FitRun(table, own, listener, from, clock));
        return rows.map(run::over).orElse(run);
    }

    private FitOptions ofOne(int index) {
        FitOptions given = options.get(index);
        if (tables.size() == 1) {
            return given;
        }
        // An interrupted fit may not have reached all targets.
        boolean begun = given.resume() && FitFiles.hasState(folders.get(index));
        return given.inFolder(folders.get(index), begun)
                .withTime(given.time().map(time -> time.dividedBy(tables.size())));
    }
}
