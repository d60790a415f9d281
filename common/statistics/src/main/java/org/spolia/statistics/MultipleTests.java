package org.spolia.statistics;

import java.util.stream.IntStream;

/**
 * p-values of many tests, adjusted so that a bound on them bounds an error rate over all tests. The order of the tests
 * is kept.
 */
public final class MultipleTests {
    private MultipleTests() {}

    /**
     * Rejecting adjusted values of at most q keeps the expected share of false rejections at q, for independent or
     * positively dependent tests (Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995) 289).
     */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int test = order[rank - 1];
            least = Math.min(least, p[test] / rank * p.length);
            adjusted[test] = least;
        }
        return adjusted;
    }

    /**
     * Rejecting adjusted values of at most a keeps the probability of any false rejection at a (Holm, Scand. J.
     * Statist. 6 (1979) 65).
     */
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int rank = 1; rank <= p.length; rank++) {
            int test = order[rank - 1];
            most = Math.max(most, Math.min(1, p[test] * (p.length - rank + 1)));
            adjusted[test] = most;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(
                        "p-value " + value + " is not in [0, 1]; leave out tests without one");
            }
        }
        return IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(test -> test)
                .toArray();
    }
}
