package org.spolia.bench.kernels;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.spolia.bench.common.Options;

/**
 * The kernels in both implementations, measured by JMH: nanoseconds and allocated bytes for one element, and how many
 * times as long the scalar loop takes as the vector loop.
 *
 * <p>Options: {@code --kernels exp,sin} (default: those with a vector loop), {@code --values ordinary,strewn,again}
 * (default: the first two), {@code --forks 1}, {@code --warm-up 3} and {@code --iterations 3} of
 * {@code --milliseconds 200} each.
 */
public final class KernelTable {
    private static final String COLUMNS = "%-12s%-10s%12s%12s%8s%12s%12s%n";

    private final PrintStream out;
    private final List<Kernel> kernels;
    private final List<Values> values;
    private final int forks;
    private final int warmUp;
    private final int iterations;
    private final int milliseconds;

    public KernelTable(Options options, PrintStream out) {
        this.out = out;
        this.kernels = options
                .words("kernels", Kernel.vectorised().stream().map(Kernel::name).toList())
                .stream()
                .map(Kernel::named)
                .toList();
        this.values = options.words("values", List.of("ordinary", "strewn")).stream()
                .map(KernelTable::valuesNamed)
                .toList();
        this.forks = options.number("forks", 1);
        this.warmUp = options.number("warm-up", 3);
        this.iterations = options.number("iterations", 3);
        this.milliseconds = options.number("milliseconds", 200);
    }

    private static Values valuesNamed(String name) {
        return Arrays.stream(Values.values())
                .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Option --values has the value '" + name + "' where ordinary, strewn or again belongs"));
    }

    /** Prints a line when its kernel has been measured, and at the end the ratios. */
    public void run() throws RunnerException {
        out.printf(Locale.ROOT, "JDK %s, vectors of %d bits%n", Runtime.version(), Kernel.VECTOR_BITS);
        out.printf(Locale.ROOT, COLUMNS, "kernel", "values", "scalar ns", "vector ns", "ratio", "scalar B", "vector B");
        List<String> ratios = new ArrayList<>();
        for (Kernel kernel : kernels) {
            for (Values kind : values) {
                Collection<RunResult> results = measured(kernel, kind);
                RunResult scalar = of(results, Implementation.SCALAR);
                RunResult vector = of(results, Implementation.VECTOR);
                double ratio = nanoseconds(scalar) / nanoseconds(vector);
                String values = kind.name().toLowerCase(Locale.ROOT);
                out.printf(
                        Locale.ROOT,
                        COLUMNS,
                        kernel.name(),
                        values,
                        decimal(nanoseconds(scalar), 3),
                        decimal(nanoseconds(vector), 3),
                        decimal(ratio, 2),
                        decimal(bytes(scalar), 2),
                        decimal(bytes(vector), 2));
                ratios.add("kernels." + kernel.name() + "." + values + "\tratio\t" + decimal(ratio, 2));
            }
        }
        out.println();
        ratios.forEach(out::println);
    }

    private Collection<RunResult> measured(Kernel kernel, Values kind) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getName())
                        .param("kernel", kernel.name())
                        .param("values", kind.name())
                        .forks(forks)
                        .warmupIterations(warmUp)
                        .warmupTime(TimeValue.milliseconds(milliseconds))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.milliseconds(milliseconds))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static RunResult of(Collection<RunResult> results, Implementation implementation) {
        return results.stream()
                .filter(result -> result.getParams().getParam("implementation").equals(implementation.name()))
                .findFirst()
                .orElseThrow();
    }

    private static double nanoseconds(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
