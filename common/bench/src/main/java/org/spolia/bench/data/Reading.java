package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Pinning;
import org.spolia.bench.common.Pipe;
import org.spolia.bench.common.Ratios;

/**
 * Compares reading HDF5 with h5py, on one thread with files in the page cache: frames of a contiguous scalar field, of
 * a vector field and of a field in compressed chunks, and 10 000 small files. A ratio is h5py's time divided by ours,
 * the median over interleaved repetitions. {@link TwoTasks} measures two tasks in one JVM.
 *
 * <p>Option: {@code --repetitions N}.
 */
public final class Reading {
    private static final List<String> CASES = List.of("contiguous", "vector", "gzip", "small-files");
    private static final int WARM_PASSES = 3;
    private static final int MOST_PASSES_OF_MANY = 3;
    private static final double TOLERANCE = 1e-6;

    private final Peers peers;
    private final Path folder;
    private final int repetitions;

    public Reading(Path home, Options options) {
        this.peers = new Peers(home);
        this.folder = home.resolve("common/bench/target/hdf5").toAbsolutePath();
        this.repetitions = options.number("repetitions", 11);
    }

    public void run() throws IOException, InterruptedException {
        Optional<List<String>> program = peers.python("h5py_read.py");
        if (program.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        List<String> free = new ArrayList<>(program.get());
        free.add(folder.toString());
        StringBuilder results = new StringBuilder();
        try (Pipe h5py = new Pipe("h5py", free, Map.of());
                TwoTasks tasks = new TwoTasks(repetitions)) {
            // The first command creates the files.
            h5py.ask("sum contiguous");
            results.append(tasks.run(folder, h5py));
        }
        Pinning pinning = Pinning.ofThisThread();
        List<String> command = pinning.command(free);
        System.out.printf("median of %d repetitions, one thread %s, JDK %s%n", repetitions, pinning, Runtime.version());
        try (Pipe h5py = new Pipe("h5py", command, Map.of())) {
            for (String name : CASES) {
                double theirs = Double.parseDouble(h5py.ask("sum " + name));
                OwnReader own = new OwnReader(folder, name);
                requireEqual(name, own.sum(), theirs);
                results.append(String.format(Locale.ROOT, "hdf5.%s.h5py\tratio\t%.2f%n", name, ratio(own, h5py, name)));
            }
        }
        System.out.print(results);
    }

    private double ratio(OwnReader own, Pipe h5py, String name) throws IOException {
        boolean many = name.equals("small-files");
        // One pass over thousands of files is a sufficient warm-up.
        int warm = many ? 1 : WARM_PASSES;
        int times = many ? Math.min(repetitions, MOST_PASSES_OF_MANY) : repetitions;
        for (int i = 0; i < warm; i++) {
            own.seconds();
            h5py.ask("time " + name);
        }
        double[] ours = new double[times];
        double[] ratios = new double[times];
        for (int i = 0; i < times; i++) {
            ours[i] = own.seconds();
            ratios[i] = Double.parseDouble(h5py.ask("time " + name)) / ours[i];
        }
        System.out.printf(
                Locale.ROOT, "%-12s %8.0f MB/s of decoded values%n", name, own.bytes() / 1e6 / Ratios.median(ours));
        return Ratios.median(ratios);
    }

    private static void requireEqual(String name, double ours, double theirs) throws IOException {
        if (Math.abs(ours - theirs) > TOLERANCE * Math.max(1, Math.abs(theirs))) {
            throw new IOException(
                    "The values of " + name + " add up to " + ours + " here and to " + theirs + " in h5py");
        }
    }
}
