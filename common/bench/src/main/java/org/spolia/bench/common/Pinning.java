package org.spolia.bench.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pins one thread and the peers to the same processor if the system has {@code taskset}; otherwise nothing is pinned.
 */
public final class Pinning {
    private final String processor = Integer.toString(Runtime.getRuntime().availableProcessors() - 1);
    private final boolean possible;

    private Pinning(boolean possible) {
        this.possible = possible;
    }

    /** Pins only the calling thread, not the threads of compiler and garbage collector. */
    public static Pinning ofThisThread() throws IOException, InterruptedException {
        Path self = Path.of("/proc/thread-self");
        if (!Files.isSymbolicLink(self)) {
            return new Pinning(false);
        }
        String thread = Files.readSymbolicLink(self).getFileName().toString();
        Pinning pinning = new Pinning(true);
        try {
            Process process = new ProcessBuilder("taskset", "-p", "-c", pinning.processor, thread)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Pinning(process.waitFor() == 0);
        } catch (IOException e) {
            return new Pinning(false);
        }
    }

    public List<String> command(List<String> command) {
        List<String> pinned = new ArrayList<>();
        if (possible) {
            pinned.addAll(List.of("taskset", "-c", processor));
        }
        pinned.addAll(command);
        return pinned;
    }

    @Override
    public String toString() {
        return possible ? "pinned to processor " + processor : "not pinned, since taskset is missing";
    }
}
