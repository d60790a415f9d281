package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whole numbers, so that no sum rounds and the order of the terms does not matter. */
class VectorsTest {
    @Property(tries = 300)
    void productsAndDistancesAreSumsOverAllElements(
            @ForAll long seed, @ForAll @IntRange(max = 13) int length, @ForAll @IntRange(max = 13) int from) {
        Random random = new Random(seed);
        double[] a = whole(random, length);
        double[] b = whole(random, length);
        double dot = 0;
        double rest = 0;
        double distance = 0;
        for (int i = 0; i < length; i++) {
            dot += a[i] * b[i];
            rest += i >= from ? a[i] * b[i] : 0;
            distance += (a[i] - b[i]) * (a[i] - b[i]);
        }
        assertThat(Vectors.dot(a, b)).isEqualTo(dot);
        assertThat(Vectors.dot(a, b, from)).isEqualTo(rest);
        assertThat(Vectors.squaredDistance(a, b)).isEqualTo(distance);
    }

    @Test
    void theGramMatrixHasTheProductsOfAllPairs() {
        assertThat(Vectors.gram(new double[][] {{1, 2}, {3, 4}, {0, 5}})).isDeepEqualTo(new double[][] {
            {5, 11, 10}, {11, 25, 20}, {10, 20, 25}
        });
    }

    @Test
    void aMultipleIsAddedFromAnElementOn() {
        double[] to = {1, 1, 1};
        Vectors.addScaled(to, 2, new double[] {1, 2, 3, 4});
        assertThat(to).containsExactly(3, 5, 7);
        Vectors.addScaled(to, -1, new double[] {1, 2, 3}, 1);
        assertThat(to).containsExactly(3, 3, 4);
    }

    @Property(tries = 300)
    void theNearestAreTheFirstAfterAStableSort(
            @ForAll long seed, @ForAll @IntRange(max = 12) int offered, @ForAll @IntRange(max = 6) int most) {
        double[] distances = whole(new Random(seed), offered);
        Nearest nearest = new Nearest(most);
        for (int place = 0; place < offered; place++) {
            nearest.offer(place, distances[place]);
        }
        int[] expected = IntStream.range(0, offered)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> distances[place]))
                .limit(most)
                .mapToInt(place -> place)
                .toArray();

        assertThat(nearest.places()).containsExactly(expected);
        assertThat(nearest.count()).isEqualTo(expected.length);
        for (int rank = 0; rank < expected.length; rank++) {
            assertThat(nearest.place(rank)).isEqualTo(expected[rank]);
            assertThat(nearest.distance(rank)).isEqualTo(distances[expected[rank]]);
        }
    }

    private static double[] whole(Random random, int count) {
        return random.ints(count, -4, 5).asDoubleStream().toArray();
    }
}
