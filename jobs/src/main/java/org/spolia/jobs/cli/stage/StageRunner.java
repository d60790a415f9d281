package org.spolia.jobs.cli.stage;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.experience.WarehousePlans;
import org.spolia.jobs.pipeline.Plans;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.right.WarehouseUse;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.stage.Library;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Warehouse;

/**
 * Runs stages one after the other in one session. Mistakes in the configuration are reported before anything is
 * written.
 */
public final class StageRunner {
    private final SessionFlags session;
    private final boolean strict;
    private final PrintStream out = System.out;
    private final ProgressDisplay progress = ProgressDisplay.create(System.out);

    /**
     * Creates a runner.
     *
     * @param strict whether a damaged file ends a stage
     */
    public StageRunner(SessionFlags session, boolean strict) {
        this.session = session;
        this.strict = strict;
    }

    /** Runs these stages until nothing is left to do. */
    public void runOnce(ExperimentConfig config, List<Stage> stages) {
        if (stages.stream().allMatch(stage -> stage.isIdle(config))) {
            stages.forEach(stage -> print(stage.info().name(), "nothing to do, " + stage.idleReason()));
            return;
        }
        runOnce(config, stages, warehouse -> {});
    }

    /** Runs these stages until nothing is left to do, then passes the warehouse to a function in the same session. */
    public void runOnce(ExperimentConfig config, List<Stage> stages, Consumer<Warehouse> afterwards) {
        inSession(config, stages, run -> {
            for (int i = 0; i < stages.size(); i++) {
                run(stages.get(i), run);
                for (int first = 0; first < i; first++) {
                    if (stages.get(first)
                            .repeatsAfter()
                            .equals(Optional.of(stages.get(i).info().name()))) {
                        repeat(stages.subList(first, i + 1), run);
                    }
                }
            }
            afterwards.accept(run.warehouse());
        });
    }

    /** Repeats these stages as long as the first one obtains more of the rows that it waits for. */
    private void repeat(List<Stage> stages, StageRun run) {
        List<String> awaited = stages.get(0).awaits(run);
        while (!awaited.isEmpty()) {
            stages.forEach(stage -> run(stage, run));
            List<String> still = stages.get(0).awaits(run);
            if (still.size() >= awaited.size()) {
                return;
            }
            awaited = still;
        }
    }

    private void run(Stage stage, StageRun run) {
        SparkSessions.expectQueriesOver(run.warehouse().spark(), stage.bytesRead(run.warehouse()));
        StageListener listener = listener(stage);
        stage.works(run).forEach(work -> work.run(listener));
        progress.finish();
    }

    /** Runs these stages until the process is stopped. */
    void runContinuously(ExperimentConfig config, List<Stage> stages, Duration interval) {
        inSession(config, stages, run -> {
            BatchLog log = new BatchLog(out, Clock.systemUTC());
            stages.stream()
                    .filter(stage -> stage.info().streams() && !stage.isIdle(config))
                    .forEach(stage -> log.start(stage.info().name(), interval));
            Runtime.getRuntime().addShutdownHook(new Thread(log::summary));
            SparkSessions.expectQueriesOver(run.warehouse().spark(), 0);
            try {
                new ContinuousRun(
                                run,
                                stages,
                                interval,
                                Clock.systemUTC(),
                                known -> inNewSession(known, log),
                                stage -> new ChangedLines(
                                        line -> log.report(stage.info().name(), line)))
                        .run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // Stages fail while Spark stops.
                if (!log.hasEnded()) {
                    throw e;
                }
            }
        });
    }

    private static StageRun inNewSession(StageRun run, BatchLog log) {
        Warehouse warehouse = run.warehouse().inNewSession();
        SparkSessions.expectQueriesOver(warehouse.spark(), 0);
        warehouse.spark().streams().addListener(new BatchListener(log));
        return new StageRun(run.config(), warehouse, run.strict(), run.plans());
    }

    private void inSession(ExperimentConfig config, List<Stage> stages, Consumer<StageRun> task) {
        requireLibraries(config, stages);
        FutureTask<SparkSession> opening = session.opening();
        AtomicReference<Warehouse> opened = new AtomicReference<>();
        Plans plans = new WarehousePlans(config, opened::get);
        Optional<WarehouseUse> use;
        try {
            stages.forEach(stage -> stage.check(config, plans));
            use = session.warehouse().local().map(folder -> WarehouseUse.shared(folder, names(stages)));
        } catch (RuntimeException e) {
            awaitEnd(opening, e);
            throw e;
        }
        try {
            Warehouse warehouse = Warehouse.at(Concurrently.result(opening), session.warehouse(), this::print);
            opened.set(warehouse);
            StageRun run = new StageRun(config, warehouse, strict, plans);
            stages.forEach(stage -> stage.check(run));
            warehouse.create();
            task.accept(run);
        } finally {
            use.ifPresent(WarehouseUse::close);
        }
    }

    private static String names(List<Stage> stages) {
        return stages.stream().map(stage -> stage.info().name()).collect(Collectors.joining(", "));
    }

    /** The launcher reports missing libraries, and how to install them. */
    private static void requireLibraries(ExperimentConfig config, List<Stage> stages) {
        String missing = System.getProperty("spolia.pytorch.missing");
        if (missing != null
                && stages.stream().anyMatch(stage -> stage.libraries(config).contains(Library.PYTORCH))) {
            throw new ExperimentException(missing);
        }
    }

    /** Waits for Spark, because a process that ends while Spark starts prints more than the error itself. */
    private static void awaitEnd(FutureTask<SparkSession> opening, RuntimeException reason) {
        try {
            Concurrently.result(opening);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private StageListener listener(Stage stage) {
        return new StageListener() {
            @Override
            public void report(String line) {
                print(stage.info().name(), line);
            }

            @Override
            public void progressed(String name, long done, long failed, long total) {
                progress.progressed(name, done, failed, total);
            }
        };
    }

    private void print(String stage, String text) {
        out.printf(Locale.ROOT, "%-7s %s%n", stage, text);
    }
}
