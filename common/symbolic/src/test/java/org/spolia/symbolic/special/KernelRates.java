package org.spolia.symbolic.special;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Prints nanoseconds and allocated bytes per element of each kernel on 512 values: of its range in practice, then with
 * some rare ones, then the first again, because a branch once taken is compiled too. Not a test: run
 * {@code java @.mvn/run.options -cp common/symbolic/target/classes:common/symbolic/target/test-classes
 * org.spolia.symbolic.special.KernelRates [NAME...]} with the JDK and the options in question.
 */
final class KernelRates {

    private static final int N = 512;
    private static final int CALLS = 100;
    private static final int ROUNDS = 300;

    private static final int WARM_UP = 20_000;

    private KernelRates() {}

    public static void main(String[] names) {
        System.out.println("                   ordinary          strewn            ordinary again");
        for (Kernel kernel : Kernel.all()) {
            if (names.length == 0 || List.of(names).contains(kernel.name())) {
                Samples samples = new Samples(1);
                double[] ordinary = Samples.fill(N, () -> samples.between(kernel.low(), kernel.high()));
                double[] strewn = Samples.fill(N, () -> samples.strewn(kernel.low(), kernel.high()));
                System.out.printf(Locale.ROOT, "%-16s", kernel);
                for (double[] x : List.of(ordinary, strewn, ordinary)) {
                    System.out.print(measured(kernel, x));
                }
                System.out.println();
            }
        }
    }

    private static String measured(Kernel kernel, double[] x) {
        Samples samples = new Samples(2);
        double[] y = Samples.fill(N, () -> samples.between(-3, 3));
        double[] out = new double[N];
        repeat(WARM_UP, kernel, x, y, out);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            repeat(CALLS, kernel, x, y, out);
            best = Math.min(best, System.nanoTime() - start);
        }
        allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
        double elements = (double) CALLS * N;
        return String.format(Locale.ROOT, "%7.3f ns %5.1f B ", best / elements, allocated / (elements * ROUNDS));
    }

    private static void repeat(int calls, Kernel kernel, double[] x, double[] y, double[] out) {
        for (int call = 0; call < calls; call++) {
            kernel.loop().apply(x, y, out, N);
        }
    }
}
