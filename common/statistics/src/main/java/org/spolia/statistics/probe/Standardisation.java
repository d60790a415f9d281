package org.spolia.statistics.probe;

/**
 * Features shifted and scaled to mean 0 and population standard deviation 1 on the training rows; a feature that is
 * constant there is only shifted.
 */
final class Standardisation {
    private final double[] means;
    private final double[] deviations;

    private Standardisation(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static Standardisation of(double[][] rows) {
        int features = rows[0].length;
        double[] means = new double[features];
        for (double[] row : rows) {
            for (int i = 0; i < features; i++) {
                means[i] += row[i];
            }
        }
        for (int i = 0; i < features; i++) {
            means[i] /= rows.length;
        }
        double[] deviations = new double[features];
        double[] largest = new double[features];
        for (double[] row : rows) {
            for (int i = 0; i < features; i++) {
                deviations[i] += (row[i] - means[i]) * (row[i] - means[i]);
                largest[i] = Math.max(largest[i], Math.abs(row[i]));
            }
        }
        for (int i = 0; i < features; i++) {
            double deviation = Math.sqrt(deviations[i] / rows.length);
            // The rounding error of the mean of equal numbers does not count as a deviation.
            deviations[i] = deviation > rows.length * Math.ulp(largest[i]) ? deviation : 1;
        }
        return new Standardisation(means, deviations);
    }

    double[][] apply(double[][] rows) {
        double[][] standardised = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            double[] values = new double[means.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (rows[row][i] - means[i]) / deviations[i];
            }
            standardised[row] = values;
        }
        return standardised;
    }
}
