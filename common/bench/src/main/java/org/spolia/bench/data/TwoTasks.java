package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.spolia.bench.common.Pipe;
import org.spolia.bench.common.Ratios;

/**
 * Measures the speed-up of two concurrent reading tasks in one JVM, each with its own files, over running them one
 * after the other. It also measures two threads of h5py, and the speed-up of this machine for a copy in memory and for
 * a loop of arithmetic.
 */
final class TwoTasks implements AutoCloseable {
    static final List<String> CASES = List.of("contiguous", "vector", "gzip", "small-files");

    /** Long enough to make the start of threads negligible. */
    private static final double LEAST_SECONDS = 0.3;

    private static final int WARM_PASSES = 3;
    private static final int COPY_BYTES = 1 << 26;
    private static final int FACTORS = 1 << 12;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final int repetitions;

    /** Its threads inherit the processors that the caller may use now. */
    TwoTasks(int repetitions) throws IOException {
        this.repetitions = repetitions;
        together(() -> {}, () -> {});
    }

    /** Returns the lines of the results. */
    String run(Path folder, Pipe h5py) throws IOException {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        pairs.put("copy", Pair.of(copying(), copying()));
        pairs.put("arithmetic", Pair.of(multiplying(), multiplying()));
        for (String name : CASES) {
            OwnReader first = OwnReader.ofTask(folder, name, 0);
            OwnReader second = OwnReader.ofTask(folder, name, 1);
            pairs.put(name, Pair.of(first::seconds, second::seconds));
        }
        Map<String, double[]> ours = new LinkedHashMap<>();
        Map<String, double[]> theirs = new LinkedHashMap<>();
        for (int i = 0; i < repetitions; i++) {
            for (Map.Entry<String, Pair> pair : pairs.entrySet()) {
                String name = pair.getKey();
                ours.computeIfAbsent(name, key -> new double[repetitions])[i] = scaling(pair.getValue());
                if (CASES.contains(name)) {
                    theirs.computeIfAbsent(name, key -> new double[repetitions])[i] =
                            Double.parseDouble(h5py.ask("two " + name));
                }
            }
        }
        ours.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "two at once, %-12s %.2f times as fast%s%n",
                name,
                Ratios.median(values),
                theirs.containsKey(name)
                        ? String.format(Locale.ROOT, ", h5py %.2f", Ratios.median(theirs.get(name)))
                        : ""));
        double machine = mean(List.of(ours.get("copy"), ours.get("arithmetic")));
        double reading = mean(CASES.stream().map(ours::get).toList());
        return String.format(
                Locale.ROOT,
                "hdf5.two-tasks.machine\tratio\t%.2f%nhdf5.two-tasks.h5py\tratio\t%.2f%n",
                reading / machine,
                reading / mean(CASES.stream().map(theirs::get).toList()));
    }

    /** Returns the geometric mean of medians. */
    private static double mean(List<double[]> values) {
        return Math.exp(values.stream()
                .mapToDouble(each -> Math.log(Ratios.median(each)))
                .average()
                .orElseThrow());
    }

    /** The same work for two threads, repeated until it is long enough to measure. */
    private record Pair(Runnable one, Runnable other) {
        static Pair of(Runnable one, Runnable other) {
            return new Pair(repeated(one), repeated(other));
        }

        private static Runnable repeated(Runnable once) {
            for (int i = 0; i < WARM_PASSES; i++) {
                once.run();
            }
            int passes = (int) Math.ceil(LEAST_SECONDS / secondsOf(once));
            return () -> {
                for (int i = 0; i < passes; i++) {
                    once.run();
                }
            };
        }
    }

    private double scaling(Pair pair) throws IOException {
        double alone = secondsOf(pair.one) + secondsOf(pair.other);
        return alone / together(pair.one, pair.other);
    }

    private static double secondsOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private double together(Runnable one, Runnable other) throws IOException {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>(List.of(threads.submit(one), threads.submit(other)));
        try {
            for (Future<?> task : running) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A reading task failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Runnable copying() {
        byte[] from = new byte[COPY_BYTES];
        byte[] to = new byte[COPY_BYTES];
        return () -> System.arraycopy(from, 0, to, 0, COPY_BYTES);
    }

    private static Runnable multiplying() {
        double[] factors = new double[FACTORS];
        Arrays.setAll(factors, i -> 1 + 1.0 / (i + 1));
        return () -> {
            double even = 0;
            double odd = 0;
            for (int pass = 0; pass < FACTORS; pass++) {
                for (int i = 0; i < FACTORS; i += 2) {
                    even += factors[i] * factors[i];
                    odd += factors[i + 1] * factors[i];
                }
            }
            if (Double.isNaN(even + odd)) {
                throw new IllegalStateException("Sums of products are numbers");
            }
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
