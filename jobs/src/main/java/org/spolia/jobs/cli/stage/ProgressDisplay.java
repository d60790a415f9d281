package org.spolia.jobs.cli.stage;

import java.io.PrintStream;
import java.util.Locale;
import org.spolia.jobs.cli.common.Terminal;
import org.spolia.jobs.stage.ProgressListener;

/** Shows the progress of a stage: a bar that is redrawn in place on a terminal, otherwise an occasional line. */
final class ProgressDisplay implements ProgressListener {
    private static final int BAR = 24;
    private static final long BETWEEN_LINES_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final boolean interactive;
    private String shown = "";
    private boolean open;
    private long printedAt;

    private ProgressDisplay(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    static ProgressDisplay create(PrintStream out) {
        return new ProgressDisplay(out, Terminal.detect().interactive());
    }

    @Override
    public synchronized void progressed(String stage, long done, long failed, long total) {
        String line = String.format(Locale.ROOT, "%-7s %d/%d trials", stage, done + failed, total)
                + (failed > 0 ? " · " + failed + " failed" : "");
        if (line.equals(shown)) {
            return;
        }
        long now = System.nanoTime();
        if (interactive) {
            int filled = (int) (BAR * (done + failed) / Math.max(1, total));
            out.print("\r" + line + "  " + "█".repeat(filled) + "░".repeat(BAR - filled) + "\033[K");
            out.flush();
            open = true;
        } else if (done + failed < total && now - printedAt < BETWEEN_LINES_NANOS) {
            return;
        } else {
            out.println(line);
        }
        shown = line;
        printedAt = now;
    }

    /** Ends the line of a bar. */
    synchronized void finish() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
