package org.spolia.statistics.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.References;

/** Against numpy and scikit-learn, whose values src/test/python/probes.py wrote. */
class RepresentationTest {
    private final Representation a = Representation.of(References.matrix("representation.a"));
    private final Representation b = Representation.of(References.matrix("representation.b"));

    @Test
    void measuresAreThoseOfNumpyAndScikitLearn() {
        assertThat(a.centredKernelAlignment(b)).isCloseTo(References.number("representation.cka"), within(1e-12));
        assertThat(a.mutualNeighbours(b, 5)).isCloseTo(References.number("representation.mutual"), within(1e-12));
        assertThat(a.participationRatio()).isCloseTo(References.number("representation.participation"), within(1e-12));
        assertThat(a.intrinsicDimension()).isCloseTo(References.number("representation.dimension"), within(1e-12));
    }

    @Test
    void aRotatedScaledAndMovedRepresentationIsTheSame() {
        double[][] moved = Arrays.stream(References.matrix("representation.a"))
                .map(row -> new double[] {
                    7 + 3 * (0.6 * row[0] - 0.8 * row[1]),
                    3 * (0.8 * row[0] + 0.6 * row[1]),
                    3 * row[3],
                    -3 * row[2],
                    3 * row[4],
                    3 * row[5]
                })
                .toArray(double[][]::new);
        Representation same = Representation.of(moved);

        assertThat(a.centredKernelAlignment(same)).isCloseTo(1, within(1e-12));
        assertThat(a.mutualNeighbours(same, 10)).isEqualTo(1);
        assertThat(same.intrinsicDimension()).isCloseTo(a.intrinsicDimension(), within(1e-9));
    }

    /** A cube of two dimensions, rolled up in five. */
    @Test
    void theIntrinsicDimensionIsThatOfTheManifold() {
        Random random = new Random(1);
        double[][] vectors = new double[1000][];
        for (int row = 0; row < vectors.length; row++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            vectors[row] = new double[] {Math.cos(x), Math.sin(x), y, x * y, 2};
        }

        // Over 20 seeds the deviation of the estimate is 0.06.
        assertThat(Representation.of(vectors).intrinsicDimension()).isCloseTo(2, within(0.25));
    }

    @Test
    void undefinedResultsAreNaN() {
        Representation point = Representation.of(new double[][] {{1, 2}, {1, 2}, {1, 2}, {1, 2}});

        assertThat(point.participationRatio()).isNaN();
        assertThat(point.intrinsicDimension()).isNaN();
        assertThat(point.centredKernelAlignment(point)).isNaN();
        assertThatThrownBy(() -> a.centredKernelAlignment(point)).hasMessageContaining("40 and 4 objects");
    }
}
