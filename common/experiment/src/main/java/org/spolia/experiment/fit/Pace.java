package org.spolia.experiment.fit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When a side task of a search is due: not before an interval has passed, and at most a twentieth of the time. */
final class Pace {
    private static final int SHARE = 20;

    private final InstantSource clock;
    private final Duration interval;
    private Instant due;

    Pace(InstantSource clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
        this.due = clock.instant().plus(interval);
    }

    boolean isDue() {
        return !clock.instant().isBefore(due);
    }

    /** Runs the task, and puts off the next one for longer if it takes long. */
    void run(Runnable task) {
        Instant start = clock.instant();
        task.run();
        Instant end = clock.instant();
        Duration pause = Duration.between(start, end).multipliedBy(SHARE - 1);
        due = end.plus(pause.compareTo(interval) > 0 ? pause : interval);
    }
}
