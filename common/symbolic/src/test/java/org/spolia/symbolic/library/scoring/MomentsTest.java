package org.spolia.symbolic.library.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final int ENTRIES = 53;
    private static final int ROWS = 37;

    private final SplittableRandom random = new SplittableRandom(3);
    private final double[][] values = new double[ENTRIES][];
    private final Moments.Entries entries = new Moments.Entries(matrix(), matrix(), matrix());
    private final Moments.Entry entry = new Moments.Entry(row(), row(), row(), row(), row());

    @Test
    void vectorsGiveTheBitsOfPlainJava() {
        assertThat(sums(new MomentsVector(), 0)).isDeepEqualTo(sums(new MomentsScalar(), 0));
        assertThat(sums(new MomentsVector(), 2)).isDeepEqualTo(sums(new MomentsScalar(), 2));
    }

    @Test
    void sumsAreThoseOfDoubles() {
        float[][] sums = sums(new MomentsScalar(), 0);
        for (int other = 0; other < ENTRIES; other++) {
            double logarithms = 0;
            for (int row = 0; row < ROWS; row++) {
                logarithms += entry.logarithm()[row] * values[other][row];
            }
            assertThat(sums[Moments.LOGARITHMS][other]).isCloseTo((float) logarithms, within(1e-4f));
        }
    }

    private float[][] sums(Moments kernel, int fromTile) {
        float[][] out = new float[Moments.COUNT][entries.values().tiles() * TiledMatrix.TILE];
        kernel.of(entries, entry, fromTile, out);
        return out;
    }

    private TiledMatrix matrix() {
        TiledMatrix matrix = new TiledMatrix(ENTRIES, ROWS);
        for (int part = 0; part < ENTRIES; part++) {
            values[part] = random.doubles(ROWS, -2, 2).toArray();
            matrix.set(part, values[part], 0, 1, ROWS);
        }
        return matrix;
    }

    private float[] row() {
        float[] row = new float[ROWS];
        for (int at = 0; at < ROWS; at++) {
            row[at] = (float) random.nextDouble(-2, 2);
        }
        return row;
    }
}
