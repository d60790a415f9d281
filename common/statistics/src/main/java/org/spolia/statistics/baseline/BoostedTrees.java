package org.spolia.statistics.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spolia.statistics.Moments;

/**
 * Gradient boosting for the squared error (Friedman, Annals of Statistics 29 (2001) 1189, algorithm 2): each tree fits
 * the residuals of those before it, and a tenth of it is added.
 */
final class BoostedTrees implements Predictor {
    private static final int TREES = 100;
    private static final double LEARNING_RATE = 0.1;

    private final double start;
    private final RegressionTree[] trees;

    private BoostedTrees(double start, RegressionTree[] trees) {
        this.start = start;
        this.trees = trees;
    }

    static BoostedTrees fit(double[][] columns, double[] target) {
        double start = Moments.mean(target);
        double[] residual = target.clone();
        for (int row = 0; row < residual.length; row++) {
            residual[row] -= start;
        }
        int[][] ascending = Arrays.stream(columns).map(BoostedTrees::ascending).toArray(int[][]::new);
        RegressionTree[] trees = new RegressionTree[TREES];
        for (int i = 0; i < TREES; i++) {
            trees[i] = RegressionTree.fit(columns, ascending, residual);
            for (int row = 0; row < residual.length; row++) {
                residual[row] -= LEARNING_RATE * trees[i].value(columns, row);
            }
        }
        return new BoostedTrees(start, trees);
    }

    /** The squared error that the splits at each variable remove, over all trees. */
    double[] gains(int variables) {
        double[] gains = new double[variables];
        for (RegressionTree tree : trees) {
            tree.addGains(gains);
        }
        return gains;
    }

    private static int[] ascending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(row -> row)
                .toArray();
    }

    @Override
    public double[] predict(double[][] columns) {
        double[] prediction = new double[columns[0].length];
        for (int row = 0; row < prediction.length; row++) {
            double sum = start;
            for (RegressionTree tree : trees) {
                sum += LEARNING_RATE * tree.value(columns, row);
            }
            prediction[row] = sum;
        }
        return prediction;
    }
}
