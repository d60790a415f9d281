package org.spolia.jobs.cli.stage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes the loops of a continuous run when one of them has done something. */
final class Pulse {
    private long beats;

    synchronized long beats() {
        return beats;
    }

    synchronized void beat() {
        beats++;
        notifyAll();
    }

    /** Waits until there are more beats than these, but not longer than this. */
    synchronized void await(long known, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); beats == known && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
