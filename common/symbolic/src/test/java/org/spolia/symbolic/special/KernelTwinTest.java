package org.spolia.symbolic.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTwinTest {

    private static final int N = 2048;

    static List<Kernel> kernels() {
        return Kernel.all();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void loopEqualsScalarBitForBit(Kernel kernel) {
        long seed = new SplittableRandom().nextLong();
        Samples samples = new Samples(seed);
        kernel.arguments(samples, N).forEach((distribution, x) -> {
            double[] y = Kernel.exponents(samples, N);
            double[] out = new double[N];
            kernel.loop().apply(x, y, out, N);
            for (int i = 0; i < N; i++) {
                assertThat(Double.doubleToLongBits(out[i]))
                        .as("%s(%s, %s), %s[%d], seed %d", kernel, x[i], y[i], distribution, i, seed)
                        .isEqualTo(Double.doubleToLongBits(kernel.scalar().apply(x[i], y[i])));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void worksInPlaceAndLeavesTheRestOfTheArray(Kernel kernel) {
        long seed = new SplittableRandom().nextLong();
        Samples samples = new Samples(seed);
        double[] x = Samples.fill(80, () -> samples.strewn(kernel.low(), kernel.high()));
        double[] y = Kernel.exponents(samples, 80);
        double[] expected = x.clone();
        double[] apart = new double[80];
        kernel.loop().apply(x, y, apart, 48);
        System.arraycopy(apart, 0, expected, 0, 48);
        kernel.loop().apply(x, y, x, 48);
        assertThat(bits(x)).as("%s, seed %d", kernel, seed).isEqualTo(bits(expected));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void oneRareLaneAnywhereChangesNoOther(Kernel kernel) {
        Samples samples = new Samples(5);
        double[] y = Samples.fill(16, () -> 1.5);
        double[] x = Samples.fill(16, () -> samples.between(kernel.low(), kernel.high()));
        for (double rare :
                new double[] {Double.NaN, -0.0, -1e300, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, 1e-310}) {
            for (int lane = 0; lane < 16; lane++) {
                double[] mixed = x.clone();
                mixed[lane] = rare;
                double[] out = new double[16];
                kernel.loop().apply(mixed, y, out, 16);
                double[] expected = Samples.fill(16, () -> 0);
                for (int i = 0; i < 16; i++) {
                    expected[i] = kernel.scalar().apply(mixed[i], y[i]);
                }
                assertThat(bits(out))
                        .as("%s, %s in lane %d", kernel, rare, lane)
                        .isEqualTo(bits(expected));
            }
        }
    }

    /** Enough calls for compilation by C1 and then by C2. */
    @ParameterizedTest
    @MethodSource("kernels")
    void bitsSurviveCompilation(Kernel kernel) {
        assumeThat(System.getProperty("java.vm.info")).startsWith("mixed mode");
        long seed = new SplittableRandom().nextLong();
        Samples samples = new Samples(seed);
        double[] x = Samples.fill(128, () -> samples.between(kernel.low(), kernel.high()));
        double[] y = Kernel.exponents(samples, 128);
        double[] out = new double[128];
        kernel.loop().apply(x, y, out, 128);
        double[] first = out.clone();
        for (int call = 0; call < 2000; call++) {
            kernel.loop().apply(x, y, out, 128);
            assertThat(Arrays.equals(out, first))
                    .as("%s, call %d, seed %d", kernel, call, seed)
                    .isTrue();
        }
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}
