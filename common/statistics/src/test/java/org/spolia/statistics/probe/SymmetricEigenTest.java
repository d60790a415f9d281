package org.spolia.statistics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.Vectors;

class SymmetricEigenTest {
    @Test
    void ofASmallMatrixTheyAreKnown() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 5}});

        assertThat(Arrays.stream(eigen.values()).sorted().toArray())
                .containsExactly(new double[] {1, 3, 5}, within(1e-14));
    }

    @Test
    void aMatrixWithoutEntriesOffTheDiagonalKeepsItsOwn() {
        assertThat(SymmetricEigen.of(new double[3][3]).values()).containsExactly(0, 0, 0);
        assertThat(SymmetricEigen.of(new double[][] {{4}}).values()).containsExactly(4);
    }

    /** Also for a matrix of a rank below its size, such as that of centred rows. */
    @Property(tries = 60)
    void vectorsAreOrthonormalAndGiveTheMatrixBack(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 45) int rank) {
        Random random = new Random(seed);
        double[][] factor = new double[size][rank];
        for (double[] row : factor) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[][] matrix = new double[size][size];
        double largest = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                matrix[a][b] = Vectors.dot(factor[a], factor[b]);
                largest = Math.max(largest, Math.abs(matrix[a][b]));
            }
        }
        double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        SymmetricEigen eigen = SymmetricEigen.of(copy);

        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += eigen.values()[i] * eigen.vectors()[i][a] * eigen.vectors()[i][b];
                }
                assertThat(sum).isCloseTo(matrix[a][b], within(1e-13 * size * largest));
                assertThat(Vectors.dot(eigen.vectors()[a], eigen.vectors()[b]))
                        .isCloseTo(a == b ? 1 : 0, within(1e-13 * size));
            }
        }
    }
}
