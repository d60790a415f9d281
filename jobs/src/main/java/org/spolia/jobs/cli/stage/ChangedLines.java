package org.spolia.jobs.cli.stage;

import java.util.function.Consumer;
import org.spolia.jobs.stage.StageListener;

/** Forwards what a repeated stage reports, unless it is what the stage reported last. */
final class ChangedLines implements StageListener {
    private final Consumer<String> out;
    private String last = "";

    ChangedLines(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void report(String line) {
        if (!line.equals(last)) {
            out.accept(line);
        }
        last = line;
    }

    @Override
    public void progressed(String stage, long done, long failed, long total) {}
}
