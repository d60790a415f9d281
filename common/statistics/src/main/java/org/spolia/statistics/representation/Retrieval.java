package org.spolia.statistics.representation;

import java.util.Arrays;

/** Metrics of rankings. */
public final class Retrieval {
    private static final double LN_2 = StrictMath.log(2);

    private Retrieval() {}

    /**
     * Normalised discounted cumulative gain of the first places (Järvelin and Kekäläinen, ACM Transactions on
     * Information Systems 20 (2002) 422): Σ relevance/log2(1 + place) over that of the best order. NaN if nothing is
     * relevant.
     *
     * @param ranked graded relevance of the results, the first place first
     * @param all graded relevance, at least 0, of all possible results, in any order
     * @param places the number of places that count
     */
    public static double ndcg(double[] ranked, double[] all, int places) {
        double[] best = all.clone();
        Arrays.sort(best);
        for (int i = 0; i < best.length / 2; i++) {
            double moved = best[i];
            best[i] = best[best.length - 1 - i];
            best[best.length - 1 - i] = moved;
        }
        return gain(ranked, places) / gain(best, places);
    }

    private static double gain(double[] relevance, int places) {
        double sum = 0;
        for (int i = 0; i < Math.min(places, relevance.length); i++) {
            sum += relevance[i] / (StrictMath.log(i + 2.0) / LN_2);
        }
        return sum;
    }

    /** The share of the true neighbours that were found; NaN if there are none. */
    public static double recall(int[] found, int[] truth) {
        long hits = Arrays.stream(truth)
                .filter(wanted -> Arrays.stream(found).anyMatch(place -> place == wanted))
                .count();
        return (double) hits / truth.length;
    }
}
