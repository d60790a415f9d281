package org.spolia.statistics.probe;

/**
 * Features moved to the mean 0 and the population deviation 1 of training rows; a feature that is constant there
 * becomes its distance.
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
            // What the mean of equal numbers is off by rounding is no deviation.
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
