package org.spolia.symbolic.library.part;

/**
 * The mean and the standard deviation of a column before its padding.
 *
 * @param mean the mean
 * @param deviation the population standard deviation; NaN or infinite if a value is not finite
 */
record Standard(double mean, double deviation) {
    static Standard of(double[] column, int rows) {
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += column[row] / rows;
        }
        double variance = 0;
        for (int row = 0; row < rows; row++) {
            variance += (column[row] - mean) * (column[row] - mean) / rows;
        }
        return new Standard(mean, Math.sqrt(variance));
    }

    /** Whether the deviation is finite and above a share of the mean. */
    boolean varies(double share) {
        return deviation > share * Math.abs(mean) && deviation < Double.POSITIVE_INFINITY;
    }

    /** The column of mean 0 and variance 1. */
    double[] apply(double[] column) {
        double[] standardised = new double[column.length];
        for (int row = 0; row < standardised.length; row++) {
            standardised[row] = (column[row] - mean) / deviation;
        }
        return standardised;
    }
}
