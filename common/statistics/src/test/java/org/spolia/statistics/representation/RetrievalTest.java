package org.spolia.statistics.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.References;
import org.spolia.statistics.Vectors;

class RetrievalTest {
    @Test
    void discountedGainIsThatOfScikitLearn() {
        double[] ranked = References.vector("retrieval.ranked");

        assertThat(Retrieval.ndcg(ranked, ranked, 10)).isCloseTo(References.number("retrieval.ndcg"), within(1e-12));
        assertThat(Retrieval.ndcg(new double[] {1, 0.5}, new double[] {0.5, 0, 1}, 2))
                .isEqualTo(1);
        assertThat(Retrieval.ndcg(new double[] {0}, new double[] {0}, 1)).isNaN();
    }

    @Test
    void recallIsTheShareThatWasFound() {
        assertThat(Retrieval.recall(new int[] {4, 1, 9}, new int[] {1, 2, 3, 4}))
                .isEqualTo(0.5);
    }

    /** More queries than a block has. */
    @Test
    void theSearchFindsWhatSortingFinds() {
        Random random = new Random(3);
        double[][] corpus = random(random, 200);
        double[][] queries = random(random, 70);
        corpus[17] = new double[6];
        int[][] found = CosineSearch.over(corpus).nearest(queries, 7);

        for (int query = 0; query < queries.length; query++) {
            double[] wanted = queries[query];
            int[] expected = IntStream.range(0, corpus.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(place -> -cosine(wanted, corpus[place])))
                    .limit(7)
                    .mapToInt(place -> place)
                    .toArray();
            assertThat(found[query]).containsExactly(expected);
        }
        assertThat(CosineSearch.over(new double[][] {{1, 0}, {2, 0}}).nearest(new double[][] {{3, 0}}, 5)[0])
                .containsExactly(0, 1);
    }

    private static double cosine(double[] a, double[] b) {
        double lengths = Math.sqrt(Vectors.dot(a, a) * Vectors.dot(b, b));
        return lengths == 0 ? 0 : Vectors.dot(a, b) / lengths;
    }

    private static double[][] random(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.doubles(6, -1, 1).toArray())
                .toArray(double[][]::new);
    }
}
