package org.spolia.symbolic.library.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {
    private final Scores scalar = new ScoresScalar();
    private final Scores vector = new ScoresVector();

    @ParameterizedTest
    @CsvSource({"1, 16", "16, 16", "17, 48", "33, 16", "100, 192", "257, 48"})
    void vectorAgreesWithScalar(int entries, int rows) {
        SplittableRandom random = new SplittableRandom(entries * 1000L + rows);
        TiledMatrix matrix = matrix(entries, rows, random);
        float[] weight = unit(rows, random);
        float[][] bases = {unit(rows, random), unit(rows, random), unit(rows, random)};
        float[] target = unit(rows, random);
        int length = matrix.tiles() * TiledMatrix.TILE;
        float[] expected = new float[length];
        float[] actual = new float[length];

        scalar.single(matrix, weight, bases[0], target, expected);
        vector.single(matrix, weight, bases[0], target, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.several(matrix, matrix.tiles(), weight, bases, 3, target, expected);
        vector.several(matrix, matrix.tiles(), weight, bases, 3, target, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.varying(matrix, weight, bases[2], bases, target, expected);
        vector.varying(matrix, weight, bases[2], bases, target, actual);
        assertThat(actual).isEqualTo(expected);

        TiledMatrix deflated = matrix.like();
        TiledMatrix deflatedByVectors = matrix.like();
        scalar.deflate(matrix, weight, bases, 2, deflated);
        vector.deflate(matrix, weight, bases, 2, deflatedByVectors);
        assertThat(deflatedByVectors.cells()).isEqualTo(deflated.cells());
        scalar.pair(deflated, bases[2], target, expected);
        vector.pair(deflated, bases[2], target, actual);
        assertThat(actual).isEqualTo(expected);
        scalar.plain(deflated, target, expected);
        vector.plain(deflated, target, actual);
        assertThat(actual).isEqualTo(expected);
    }

    private static TiledMatrix matrix(int entries, int rows, SplittableRandom random) {
        TiledMatrix matrix = new TiledMatrix(entries, rows);
        for (int entry = 0; entry < entries; entry++) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = entry == 3 ? 1e300 * random.nextDouble() : random.nextGaussian();
            }
            matrix.set(entry, values, random.nextGaussian(), entry == 5 ? 1e-30 : 1, rows - rows % 5);
        }
        return matrix;
    }

    private static float[] unit(int rows, SplittableRandom random) {
        float[] values = new float[rows];
        double square = 0;
        for (int row = 0; row < rows; row++) {
            values[row] = (float) random.nextGaussian();
            square += values[row] * values[row];
        }
        for (int row = 0; row < rows; row++) {
            values[row] = row % 7 == 6 ? 0 : (float) (values[row] / Math.sqrt(square));
        }
        return values;
    }
}
