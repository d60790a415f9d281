package org.spolia.bench.kernels;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Nanoseconds and bytes for one element of a kernel. A fork has one kernel, so its calls are compiled for it alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
    /** Twice the block of an evaluation. */
    static final int ELEMENTS = 512;

    /**
     * The number of calls until the optimising compiler has compiled a loop. Before that, each vector is an object and
     * a call takes a thousand times as long, so a warm-up of a fixed time would have too few calls.
     */
    private static final int CALLS = 20_000;

    @Param("exp")
    String kernel = "exp";

    @Param
    Implementation implementation = Implementation.VECTOR;

    @Param
    Values values = Values.ORDINARY;

    private Kernel.Loop loop = () -> 0;

    /** Makes the arguments, which are the same for both implementations. */
    @Setup
    public void prepare() {
        Kernel measured = Kernel.named(kernel);
        Random random = new Random(1);
        double[] ordinary = Values.ordinary(measured.low(), measured.high(), ELEMENTS, random);
        double[] strewn = Values.strewn(measured.low(), measured.high(), ELEMENTS, random);
        double[] second = Values.ordinary(-3, 3, ELEMENTS, random);
        if (values != Values.ORDINARY) {
            repeat(measured.pair().over(implementation, strewn, second));
        }
        loop = measured.pair().over(implementation, values == Values.STREWN ? strewn : ordinary, second);
        repeat(loop);
    }

    private static void repeat(Kernel.Loop loop) {
        for (int call = 0; call < CALLS; call++) {
            loop.run();
        }
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object element() {
        return loop.run();
    }
}
