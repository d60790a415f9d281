package org.spolia.statistics.baseline;

import org.spolia.statistics.Moments;

/**
 * The importance of each variable in boosted trees: the share of the squared error that the splits at the variable
 * remove, over all trees (Friedman, Annals of Statistics 29 (2001) 1189, section 8.1). The same rows in the same order
 * give the same bits.
 */
public final class FeatureImportance {
    private FeatureImportance() {}

    /**
     * Returns the shares of the variables, which add up to 1; all 0 if no split removes any error.
     *
     * @param columns finite values of the variables, one column each, at least one row
     * @param target finite, one value for each row
     */
    public static double[] of(double[][] columns, double[] target) {
        double mean = Moments.mean(target);
        double deviation = Moments.populationDeviation(target);
        double[] standardised = new double[target.length];
        for (int row = 0; row < target.length && deviation > 0; row++) {
            standardised[row] = (target[row] - mean) / deviation;
        }
        double[] gains = BoostedTrees.fit(columns, standardised).gains(columns.length);
        double total = 0;
        for (double gain : gains) {
            total += gain;
        }
        for (int variable = 0; variable < gains.length && total > 0; variable++) {
            gains[variable] /= total;
        }
        return gains;
    }
}
