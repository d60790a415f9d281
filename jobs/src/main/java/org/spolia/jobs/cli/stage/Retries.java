package org.spolia.jobs.cli.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.jobs.pipeline.Work;

/**
 * When work that failed is tried again: as soon as its input changes, and with the same input a few times, because the
 * reason may pass. It waits for the interval first, and twice as long each time.
 */
final class Retries {
    static final int MOST = 5;

    private record Failed(List<String> marks, int times, Instant next) {}

    private final Duration interval;
    private final InstantSource clock;
    private final Map<Work, Failed> failed = new HashMap<>();

    Retries(Duration interval, InstantSource clock) {
        this.interval = interval;
        this.clock = clock;
    }

    /** Returns whether work is to be done with the input of these marks. */
    boolean isDue(Work work, List<String> marks) {
        Failed last = failed.get(work);
        return last == null
                || !last.marks.equals(marks)
                || (last.times <= MOST && !clock.instant().isBefore(last.next));
    }

    /** Notes that work failed. Returns how long it waits; empty if only other input can help. */
    Optional<Duration> fail(Work work, List<String> marks) {
        Failed last = failed.get(work);
        int times = last == null || !last.marks.equals(marks) ? 1 : last.times + 1;
        Duration wait = interval.multipliedBy(1L << (times - 1));
        failed.put(work, new Failed(marks, times, clock.instant().plus(wait)));
        return times <= MOST ? Optional.of(wait) : Optional.empty();
    }

    void succeed(Work work) {
        failed.remove(work);
    }

    void clear() {
        failed.clear();
    }
}
