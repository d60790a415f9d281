package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Property(tries = 200)
    void theSolutionSolvesTheEquations(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        Random random = new Random(seed);
        double[][] matrix = positiveDefinite(random, size);
        double[] right = random.doubles(size, -1, 1).toArray();
        double[] x = Cholesky.of(matrix).solve(right);
        for (int row = 0; row < size; row++) {
            assertThat(Vectors.dot(matrix[row], x)).isCloseTo(right[row], within(1e-9));
        }
    }

    @Property(tries = 200)
    void columnsSolvedTogetherHaveTheBitsOfEachAlone(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        Random random = new Random(seed);
        Cholesky factor = Cholesky.of(positiveDefinite(random, size));
        double[][] right = random(random, size, 3);
        double[][] together = factor.solve(right);
        for (int column = 0; column < 3; column++) {
            double[] alone = new double[size];
            for (int row = 0; row < size; row++) {
                alone[row] = right[row][column];
            }
            double[] x = factor.solve(alone);
            for (int row = 0; row < size; row++) {
                assertThat(together[row][column]).isEqualTo(x[row]);
            }
        }
    }

    /** A = L Lᵀ of small whole numbers, so that every operation is exact; the upper triangle is not read. */
    @Test
    void theFactorIsExactForWholeNumbers() {
        double nan = Double.NaN;
        double[][] matrix = {{4, nan, nan}, {2, 10, nan}, {6, 9, 26}};
        Cholesky factor = Cholesky.of(matrix);

        assertThat(new double[] {factor.diagonal(0), factor.diagonal(1), factor.diagonal(2)})
                .containsExactly(2, 3, Math.sqrt(26 - 9 - 4));
        assertThat(factor.solve(new double[] {12, 21, 41})).containsExactly(new double[] {1, 1, 1}, within(1e-14));
    }

    @Test
    void aDependentColumnIsNamed() {
        double[][] twice = {{1, 0, 1}, {0, 1, 1}, {1, 1, 2}};

        assertThat(catchThrowableOfType(Cholesky.DependentColumnException.class, () -> Cholesky.of(twice)))
                .hasMessage("Column 2 depends on those before it; leave one of them out")
                .extracting(Cholesky.DependentColumnException::column)
                .isEqualTo(2);
        twice[2][2] = 2 + 1e-9;
        assertThat(Cholesky.of(twice).diagonal(2)).isCloseTo(Math.sqrt(1e-9), within(1e-9));
    }

    private static double[][] positiveDefinite(Random random, int size) {
        double[][] matrix = Vectors.gram(random(random, size, size + 2));
        for (int i = 0; i < size; i++) {
            matrix[i][i] += 0.1;
        }
        return matrix;
    }

    private static double[][] random(Random random, int rows, int columns) {
        double[][] values = new double[rows][];
        for (int row = 0; row < rows; row++) {
            values[row] = random.doubles(columns, -1, 1).toArray();
        }
        return values;
    }
}
