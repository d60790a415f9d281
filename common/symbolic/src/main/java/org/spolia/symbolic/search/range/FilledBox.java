package org.spolia.symbolic.search.range;

import static org.spolia.symbolic.special.SplitMix64.GOLDEN_GAMMA;
import static org.spolia.symbolic.special.SplitMix64.mix;

import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.evaluation.Sample;

/**
 * The box of columns that look independent: each point has values that occur in the columns, or lie between such.
 * Columns look independent if, for each pair, the counts in a table of their quantiles do.
 */
final class FilledBox {
    private static final int POINTS = 8192;

    /** Fewer rows cannot show that columns depend on each other. */
    private static final int FEWEST_ROWS = 30;

    private static final int FEWEST_OF_ONE_COLUMN = 10;

    private static final int ROWS_OF_A_CELL = 8;
    private static final int MOST_QUANTILES = 6;

    /** In standard deviations of chi-squared. */
    private static final double DEPENDENT = 4;

    private FilledBox() {}

    static boolean isFilled(List<double[]> columns) {
        int rows = columns.isEmpty() ? 0 : columns.get(0).length;
        if (rows < (columns.size() == 1 ? FEWEST_OF_ONE_COLUMN : FEWEST_ROWS)) {
            return false;
        }
        int quantiles = Math.max(2, Math.min(MOST_QUANTILES, (int) Math.sqrt((double) rows / ROWS_OF_A_CELL)));
        List<int[]> places =
                columns.stream().map(column -> places(column, quantiles)).toList();
        for (int a = 0; a < places.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (depend(places.get(a), places.get(b), quantiles)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the quantile of each row. Equal values are in one. */
    private static int[] places(double[] column, int quantiles) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        int[] places = new int[column.length];
        for (int row = 0; row < places.length; row++) {
            for (int quantile = 1; quantile < quantiles; quantile++) {
                places[row] += column[row] >= sorted[quantile * sorted.length / quantiles] ? 1 : 0;
            }
        }
        return places;
    }

    private static boolean depend(int[] a, int[] b, int quantiles) {
        double[][] cells = new double[quantiles][quantiles];
        double[] ofA = new double[quantiles];
        double[] ofB = new double[quantiles];
        for (int row = 0; row < a.length; row++) {
            cells[a[row]][b[row]]++;
            ofA[a[row]]++;
            ofB[b[row]]++;
        }
        double chiSquared = 0;
        for (int i = 0; i < quantiles; i++) {
            for (int j = 0; j < quantiles; j++) {
                double expected = ofA[i] * ofB[j] / a.length;
                if (expected > 0) {
                    chiSquared += (cells[i][j] - expected) * (cells[i][j] - expected) / expected;
                }
            }
        }
        long freedom = (occupied(ofA) - 1) * (occupied(ofB) - 1);
        return chiSquared > freedom + DEPENDENT * Math.sqrt(2.0 * freedom);
    }

    private static long occupied(double[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    static Sample points(List<Marginal> marginals) {
        double[][] columns = new double[marginals.size()][POINTS];
        for (int column = 0; column < columns.length; column++) {
            for (int point = 0; point < POINTS; point++) {
                columns[column][point] = marginals.get(column).at(uniform(column, point));
            }
        }
        return Sample.of(columns, new double[POINTS]);
    }

    /** Returns a number of [0, 1) that is a function of two numbers. */
    static double uniform(long stream, long number) {
        return (mix(mix(stream + GOLDEN_GAMMA) + (number + 1) * GOLDEN_GAMMA) >>> 11) * 0x1p-53;
    }
}
