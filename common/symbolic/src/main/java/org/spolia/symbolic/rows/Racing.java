package org.spolia.symbolic.rows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Drops the candidates that cannot reach the front of loss and complexity, by their losses over a first part of the
 * rows (see {@link RowBlock#first}). A function of exact sums, so of the data and the seed only.
 */
public final class Racing {
    /**
     * The standard errors by which a loss must exceed that of a candidate that is no more complex. With normal errors,
     * fewer than one of three million comparisons is wrong.
     */
    public static final double DEVIATIONS = 5;

    private Racing() {}

    /**
     * Returns the candidates without a chance: those with an invalid row, and those whose loss, less
     * {@link #DEVIATIONS} standard errors, is above the loss of a candidate that is no more complex, plus as many.
     *
     * @param sums of a pass with {@link Demand#SPREAD}
     * @param complexities of the candidates
     */
    public static BitSet hopeless(CellSums sums, int[] complexities) {
        return hopeless(sums, complexities, new BitSet());
    }

    /** Like {@link #hopeless(CellSums, int[])}, with candidates that have no chance and take it from no other. */
    static BitSet hopeless(CellSums sums, int[] complexities, BitSet refuted) {
        BitSet hopeless = new BitSet();
        hopeless.or(refuted);
        Integer[] order = IntStream.range(0, complexities.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingInt(candidate -> complexities[candidate]));
        double bound = Double.POSITIVE_INFINITY;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && complexities[order[to]] == complexities[order[from]]) {
                if (!refuted.get(order[to])) {
                    bound = Math.min(bound, bound(sums, order[to], DEVIATIONS));
                }
                to++;
            }
            for (; from < to; from++) {
                if (sums.invalid(order[from]) > 0 || bound(sums, order[from], -DEVIATIONS) > bound) {
                    hopeless.set(order[from]);
                }
            }
        }
        return hopeless;
    }

    /** The sum of the losses plus some standard errors of it. */
    private static double bound(CellSums sums, int candidate, double deviations) {
        if (sums.invalid(candidate) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = sums.value(candidate, 0);
        double variance = Math.max(0, sums.value(candidate, 1) - sum * sum / sums.rows());
        return sum + deviations * Math.sqrt(variance);
    }
}
