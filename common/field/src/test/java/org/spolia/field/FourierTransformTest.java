package org.spolia.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTest {
    @Property(tries = 150)
    void equalsTheSumOfItsDefinition(@ForAll @IntRange(min = 1, max = 300) int length, @ForAll long seed) {
        double[] real = noise(length, seed);
        double[] imaginary = noise(length, seed + 1);
        double[] expectedReal = new double[length];
        double[] expectedImaginary = new double[length];
        for (int k = 0; k < length; k++) {
            for (int j = 0; j < length; j++) {
                double angle = -2 * Math.PI * ((long) j * k % length) / length;
                expectedReal[k] += real[j] * Math.cos(angle) - imaginary[j] * Math.sin(angle);
                expectedImaginary[k] += real[j] * Math.sin(angle) + imaginary[j] * Math.cos(angle);
            }
        }

        FourierTransform.ofLength(length).forward(real, imaginary);

        assertThat(real).containsExactly(expectedReal, within(1e-11));
        assertThat(imaginary).containsExactly(expectedImaginary, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1024, 1080, 2197, 1009, 4 * 1009, 8192})
    void backwardUndoesForward(int length) {
        double[] real = noise(length, length);
        double[] imaginary = noise(length, length + 1);
        double[] first = real.clone();
        FourierTransform transform = FourierTransform.ofLength(length);

        transform.forward(real, imaginary);
        transform.backward(real, imaginary);

        for (int i = 0; i < length; i++) {
            assertThat(real[i] / length).isCloseTo(first[i], within(1e-13));
        }
    }

    @Test
    void rootsOfUnityKeepTheSymmetriesOfTheCircle() {
        for (int n : new int[] {1, 2, 3, 4, 7, 8, 12, 24, 1000, 1009}) {
            for (int k = 0; k < n; k++) {
                assertThat(RootsOfUnity.real(k, n)).isEqualTo(RootsOfUnity.real(n - k, n));
                assertThat(RootsOfUnity.imaginary(k, n)).isEqualTo(-RootsOfUnity.imaginary(n - k, n));
                assertThat(RootsOfUnity.real(k, n)).isCloseTo(Math.cos(2 * Math.PI * k / n), within(2e-15));
                assertThat(RootsOfUnity.imaginary(k, n)).isCloseTo(-Math.sin(2 * Math.PI * k / n), within(2e-15));
            }
        }
        assertThat(RootsOfUnity.real(1, 4)).isZero();
        assertThat(RootsOfUnity.real(1, 6)).isCloseTo(0.5, within(2e-16));
    }

    private static double[] noise(int length, long seed) {
        Random random = new Random(seed);
        return random.doubles(length, -1, 1).toArray();
    }
}
