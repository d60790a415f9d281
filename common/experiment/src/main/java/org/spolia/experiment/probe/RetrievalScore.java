package org.spolia.experiment.probe;

import org.spolia.statistics.Moments;
import org.spolia.statistics.representation.CosineSearch;
import org.spolia.statistics.representation.Retrieval;

/** Compares the target of a query with the targets of the embeddings that are most similar to it by cosine. */
final class RetrievalScore {
    /** The number of answers that count, as in the retrieval of AION-1 (arXiv 2510.17960, section 7). */
    private static final int ANSWERS = 10;

    private final CosineSearch search;
    private final double[] target;
    private final boolean classes;
    private final double deviation;

    private RetrievalScore(CosineSearch search, double[] target, boolean classes) {
        this.search = search;
        this.target = target;
        this.classes = classes;
        this.deviation = Moments.populationDeviation(target);
    }

    /** Creates a search among rows with these targets. */
    static RetrievalScore of(double[][] rows, double[] target, boolean classes) {
        return new RetrievalScore(CosineSearch.over(rows), target, classes);
    }

    /** Returns the mean over the queries with a relevant answer; NaN if there are none. */
    double ndcg(double[][] queries, double[] targets) {
        int[][] answers = search.nearest(queries, ANSWERS);
        double sum = 0;
        int counted = 0;
        for (int query = 0; query < queries.length; query++) {
            double[] all = new double[target.length];
            for (int row = 0; row < all.length; row++) {
                all[row] = relevance(targets[query], target[row]);
            }
            double[] ranked = new double[answers[query].length];
            for (int place = 0; place < ranked.length; place++) {
                ranked[place] = all[answers[query][place]];
            }
            double gain = Retrieval.ndcg(ranked, all, ANSWERS);
            if (!Double.isNaN(gain)) {
                sum += gain;
                counted++;
            }
        }
        return sum / counted;
    }

    private double relevance(double wanted, double found) {
        if (classes || deviation == 0) {
            return wanted == found ? 1 : 0;
        }
        return Math.max(0, 1 - Math.abs(wanted - found) / deviation);
    }
}
