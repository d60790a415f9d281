package org.spolia.jobs.cli.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.experience.WarehousePlans;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.stage.StageListener;

/**
 * Stages that run until the process is stopped. Each streaming stage works in a thread of its own when its input has
 * changed. The other stages are repeated after them, in the order of a run, when their input has changed: at the
 * interval, or as soon as no streaming stage has work. A stage whose output is kept by later stages waits until the
 * streaming stages before it have no work, so that it never sees a part of what has arrived.
 */
final class ContinuousRun {
    private final List<Stage> stages;
    private final Duration interval;
    private final InstantSource clock;
    private final Pulse pulse = new Pulse();
    private final List<StreamLoop> streams = new ArrayList<>();
    private final Map<Refresh, Instant> refreshes = new LinkedHashMap<>();
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private StageRun run;

    /**
     * Creates a run.
     *
     * @param inNewSession returns the same run in a session of its own
     * @param listeners returns the receiver of what a stage reports
     */
    ContinuousRun(
            StageRun run,
            List<Stage> stages,
            Duration interval,
            InstantSource clock,
            UnaryOperator<StageRun> inNewSession,
            Function<Stage, StageListener> listeners) {
        this.run = run;
        this.stages =
                stages.stream().filter(stage -> !stage.isIdle(run.config())).toList();
        this.interval = interval;
        this.clock = clock;
        for (Stage stage : this.stages) {
            StageListener listener = listeners.apply(stage);
            if (stage.info().streams()) {
                // Settings belong to a session, and stages set them while others run.
                List<Stage> before = Stages.streamsBefore(stage, this.stages, run.config());
                List<StreamLoop> loops = streams.stream()
                        .filter(loop -> before.contains(loop.stage()))
                        .toList();
                streams.add(
                        new StreamLoop(stage, loops, inNewSession.apply(run), listener, new Retries(interval, clock)));
            } else {
                refreshes.put(new Refresh(stage, listener), Instant.MIN);
            }
        }
    }

    /** Runs until the process ends. */
    void run() throws InterruptedException {
        streams.forEach(stream -> {
            Thread thread = new Thread(
                    () -> loop(stream), "stage " + stream.stage().info().name());
            thread.setDaemon(true);
            thread.start();
        });
        while (true) {
            long beats = pulse.beats();
            Throwable failure = fatal.get();
            if (failure instanceof RuntimeException refused) {
                throw refused;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (refreshAll()) {
                pulse.beat();
            }
            pulse.await(beats, interval);
        }
    }

    private void loop(StreamLoop stream) {
        try {
            while (true) {
                long beats = pulse.beats();
                if (stream.work()) {
                    pulse.beat();
                } else {
                    pulse.await(beats, interval);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            fatal.set(e);
            pulse.beat();
        }
    }

    private boolean refreshAll() {
        boolean refreshed = false;
        for (Refresh refresh : refreshes.keySet()) {
            try {
                if (isReady(refresh) && refresh.isDue(run)) {
                    refreshed |= refresh(refresh);
                }
            } catch (Exception e) {
                refresh.fail(e);
            }
        }
        return refreshed;
    }

    private boolean isReady(Refresh refresh) {
        Stage stage = refresh.stage();
        for (Refresh earlier : refreshes.keySet()) {
            if (earlier == refresh) {
                break;
            }
            if (earlier.writesInputOf(stage.info()) && !earlier.hasSucceeded()) {
                return false;
            }
        }
        List<Stage> before = refresh.streamsBefore(run, stages);
        boolean idle = streams.stream()
                .filter(stream -> before.contains(stream.stage()))
                .allMatch(StreamLoop::isIdle);
        return idle || (!refresh.isKept() && isIntervalOver(refresh));
    }

    private boolean isIntervalOver(Refresh refresh) {
        Instant last = refreshes.getOrDefault(refresh, Instant.MIN);
        return last.equals(Instant.MIN)
                || Duration.between(last, clock.instant()).compareTo(interval) >= 0;
    }

    private boolean refresh(Refresh refresh) {
        boolean plans =
                !refresh.stage().info().copies().isEmpty() && run.config().derives();
        StageRun next = plans ? withNewPlan() : run;
        boolean succeeded = refresh.run(next);
        if (succeeded) {
            run = next;
        }
        refreshes.put(refresh, clock.instant());
        return succeeded;
    }

    private StageRun withNewPlan() {
        return new StageRun(
                run.config(), run.warehouse(), run.strict(), new WarehousePlans(run.config(), run::warehouse));
    }
}
