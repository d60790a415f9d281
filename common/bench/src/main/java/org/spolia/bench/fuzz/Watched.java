package org.spolia.bench.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a case in a separate thread, and measures its time and allocation. */
final class Watched {
    /** The files are small and so are the reads; a chunk may be decoded a few times. */
    private static final long MOST_BYTES = 256L << 20;

    private static final long MOST_SECONDS = 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Optional<String> failure = Optional.empty();
    private long allocated;

    private Watched() {}

    /**
     * Returns the failure of a case; empty if it ends in bounded memory and time, with or without the reader's own
     * error.
     *
     * @param ours the reader's own exception for an invalid input
     */
    static Optional<String> failure(Runnable work, Class<? extends RuntimeException> ours) throws InterruptedException {
        Watched watched = new Watched();
        Thread thread = new Thread(() -> watched.run(work, ours), "fuzz");
        thread.setDaemon(true);
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
        if (thread.isAlive()) {
            return Optional.of("takes more than " + MOST_SECONDS + " s\n"
                    + Arrays.stream(thread.getStackTrace()).map(String::valueOf).collect(Collectors.joining("\n")));
        }
        if (watched.failure.isEmpty() && watched.allocated > MOST_BYTES) {
            return Optional.of("allocates " + watched.allocated + " bytes, more than " + MOST_BYTES);
        }
        return watched.failure;
    }

    private void run(Runnable work, Class<? extends RuntimeException> ours) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (!ours.isInstance(e) || e.getMessage() == null || e.getMessage().contains("\n")) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace, true));
                failure = Optional.of(trace.toString());
            }
        }
        allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
