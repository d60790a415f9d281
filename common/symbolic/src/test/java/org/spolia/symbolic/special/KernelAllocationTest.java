package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If C2 does not inline the body of a loop completely, it boxes vectors: 50 bytes and several nanoseconds per element.
 * Only the allocation reveals it.
 */
class KernelAllocationTest {

    private static final int N = 128;
    private static final int CALLS = 200;
    private static final int PATIENCE = 3_000;

    static List<Kernel> kernels() {
        return Kernel.all();
    }

    /** Also after the branch for rare lanes has been taken, and so compiled. */
    @ParameterizedTest
    @MethodSource("kernels")
    void compiledLoopAllocatesNothing(Kernel kernel) {
        assumeThat(System.getProperty("java.vm.info")).startsWith("mixed mode").doesNotContain("emulated");
        Samples samples = new Samples(3);
        double[] strewn = Samples.fill(N, () -> samples.strewn(kernel.low(), kernel.high()));
        double[] x = Samples.fill(N, () -> samples.between(kernel.low(), kernel.high()));
        double[] y = Samples.fill(N, () -> samples.between(-3, 3));
        double[] out = new double[N];
        double bytes = Double.MAX_VALUE;
        for (int round = 0; round < PATIENCE && bytes > 1; round++) {
            bytesPerElement(kernel, strewn, y, out);
            bytes = bytesPerElement(kernel, x, y, out);
        }
        assertThat(bytes).as("bytes per element of %s", kernel).isLessThanOrEqualTo(1);
    }

    private static double bytesPerElement(Kernel kernel, double[] x, double[] y, double[] out) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int call = 0; call < CALLS; call++) {
            kernel.loop().apply(x, y, out, N);
        }
        return (double) (thread.getCurrentThreadAllocatedBytes() - before) / (CALLS * N);
    }
}
