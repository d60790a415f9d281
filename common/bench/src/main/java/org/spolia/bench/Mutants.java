package org.spolia.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spolia.bench.common.Options;
import org.spolia.bench.fuzz.Fuzz;

/**
 * Runs mutants of HDF5 files and configurations for a given time. Inputs that fail are kept in {@code
 * common/bench/target/fuzz}.
 *
 * <p>Options: {@code --minutes N}, {@code --seed S}.
 */
final class Mutants {
    private final Path home;
    private final int minutes;
    private final int seed;

    Mutants(Path home, Options options) {
        this.home = home;
        this.minutes = options.number("minutes", 1);
        this.seed = options.number("seed", 1);
    }

    void run() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        Path folder = home.resolve("common/bench/target/fuzz");
        List<String> failures = Fuzz.run(home, seed, folder, () -> System.nanoTime() < end);
        if (!failures.isEmpty()) {
            System.exit(1);
        }
    }
}
