package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The kernels that a JVM chooses for its options. */
class KernelChoiceTest {
    @Test
    void onlyAJvmWithTheOptimisingCompilerHasVectors() throws IOException, InterruptedException {
        assertThat(bits("-XX:TieredStopAtLevel=1")).isZero();
        assertThat(bits("-XX:TieredStopAtLevel=4")).isPositive();
    }

    private static int bits(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Bits.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Integer.parseInt(printed.strip());
    }

    /** Prints the width of the vectors of its JVM. */
    static final class Bits {
        private Bits() {}

        public static void main(String[] arguments) {
            System.out.println(VectorSupport.bits());
        }
    }
}
