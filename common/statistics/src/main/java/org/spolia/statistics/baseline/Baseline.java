package org.spolia.statistics.baseline;

import java.util.Arrays;
import java.util.Locale;
import org.spolia.statistics.Moments;

/** The baselines, simplest first. */
public enum Baseline {
    /** The mean of the training target. */
    MEAN,
    /** Least squares in the variables. */
    LINEAR,
    /** Ridge regression on all monomials up to the third degree; generalised cross-validation selects the penalty. */
    CUBIC_RIDGE,
    /** The mean of the five nearest training rows, in standardised variables. */
    NEAREST_NEIGHBOURS,
    /** Gradient boosting of 100 regression trees of depth 3 with a learning rate of 0.1. */
    BOOSTED_TREES;

    /** The name in tables, such as cubic-ridge. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Fits the model. The same rows in the same order give the same bits.
     *
     * @param columns finite values of the variables, one column each, at least one row
     * @param target finite, one value for each row
     */
    public Predictor fit(double[][] columns, double[] target) {
        requireRows(columns, target);
        return switch (this) {
            case MEAN -> mean(target);
            case LINEAR -> Polynomial.linear(columns, target);
            case CUBIC_RIDGE -> Polynomial.cubic(columns, target);
            case NEAREST_NEIGHBOURS -> NearestNeighbours.fit(columns, target);
            case BOOSTED_TREES -> BoostedTrees.fit(columns, target);
        };
    }

    private static Predictor mean(double[] target) {
        double mean = Moments.mean(target);
        return columns -> {
            double[] prediction = new double[columns[0].length];
            Arrays.fill(prediction, mean);
            return prediction;
        };
    }

    private static void requireRows(double[][] columns, double[] target) {
        if (columns.length == 0 || target.length == 0) {
            throw new IllegalArgumentException("A baseline needs a variable and a row; got " + columns.length
                    + " variables and " + target.length + " rows");
        }
        for (double[] column : columns) {
            if (column.length != target.length) {
                throw new IllegalArgumentException("A column has " + column.length + " rows, the target has "
                        + target.length + "; they must match");
            }
        }
    }
}
