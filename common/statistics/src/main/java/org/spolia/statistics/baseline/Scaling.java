package org.spolia.statistics.baseline;

import java.util.Arrays;
import org.spolia.statistics.Moments;

/**
 * Columns shifted and scaled to mean 0 and standard deviation 1 on the rows of the fit; a constant column becomes 0.
 */
final class Scaling {
    private final double[] means;
    private final double[] deviations;

    private Scaling(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static Scaling of(double[][] columns) {
        return new Scaling(
                Arrays.stream(columns).mapToDouble(Moments::mean).toArray(),
                Arrays.stream(columns)
                        .mapToDouble(Moments::populationDeviation)
                        .map(deviation -> deviation > 0 ? deviation : 1)
                        .toArray());
    }

    double[][] apply(double[][] columns) {
        double[][] scaled = new double[columns.length][];
        for (int column = 0; column < columns.length; column++) {
            double[] values = columns[column].clone();
            for (int row = 0; row < values.length; row++) {
                values[row] = (values[row] - means[column]) / deviations[column];
            }
            scaled[column] = values;
        }
        return scaled;
    }
}
