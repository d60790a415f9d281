package org.spolia.bench.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.RunnerException;
import org.spolia.bench.common.Options;

class KernelTest {
    /** A ratio of times compares nothing if the two do different work. */
    @ParameterizedTest
    @MethodSource("kernels")
    void bothImplementationsGiveEqualBits(Kernel kernel) {
        Random random = new Random(3);
        double[] y = Values.ordinary(-3, 3, KernelBenchmark.ELEMENTS, random);
        for (double[] x : List.of(
                Values.ordinary(kernel.low(), kernel.high(), y.length, random),
                Values.strewn(kernel.low(), kernel.high(), y.length, random))) {
            double[] before = x.clone();
            Object scalar = kernel.pair().over(Implementation.SCALAR, x, y).run();
            Object vector = kernel.pair().over(Implementation.VECTOR, x, y).run();

            assertThat(bits(kernel, vector)).isEqualTo(bits(kernel, scalar));
            assertThat(x).isEqualTo(before);
            assertThat(bits(kernel, scalar)).hasSize(y.length);
        }
    }

    static Stream<Kernel> kernels() {
        return Stream.concat(Kernel.vectorised().stream(), Kernel.scalar().stream());
    }

    private static long[] bits(Kernel kernel, Object results) {
        if (results instanceof float[] floats) {
            return IntStream.range(0, floats.length)
                    .mapToLong(i -> Float.floatToIntBits(floats[i]))
                    .toArray();
        }
        boolean rounded = kernel.name().endsWith(".float");
        return Arrays.stream((double[]) results)
                .mapToLong(value -> rounded ? Float.floatToIntBits((float) value) : Double.doubleToLongBits(value))
                .toArray();
    }

    @Test
    void aLineComparesTheTwoImplementations() throws RunnerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Options options = Options.of(List.of(
                "--kernels",
                "exp,sin.float",
                "--values",
                "ordinary,again",
                "--forks",
                "0",
                "--warm-up",
                "0",
                "--iterations",
                "1",
                "--milliseconds",
                "5"));

        new KernelTable(options, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();

        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(2)).matches("exp +ordinary +\\d+\\.\\d{3} +\\d+\\.\\d{3} +\\d+\\.\\d{2} .*");
        assertThat(lines.subList(6, lines.size()))
                .extracting(line -> line.replaceAll("\\d+\\.\\d\\d$", "R"))
                .containsExactly(
                        "",
                        "kernels.exp.ordinary\tratio\tR",
                        "kernels.exp.again\tratio\tR",
                        "kernels.sin.float.ordinary\tratio\tR",
                        "kernels.sin.float.again\tratio\tR");
    }

    @Test
    void unknownNamesAreMistakes() {
        assertThatThrownBy(() -> table("--kernels", "sinn"))
                .hasMessageStartingWith("Unknown kernel 'sinn'; there are exp,");
        assertThatThrownBy(() -> table("--values", "odd"))
                .hasMessage("Option --values has the value 'odd' where ordinary, strewn or again belongs");
    }

    private static KernelTable table(String name, String value) {
        return new KernelTable(Options.of(List.of(name, value)), System.out);
    }
}
