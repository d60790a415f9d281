package org.spolia.statistics.probe;

import java.util.Arrays;
import org.spolia.statistics.Dot;

/**
 * Rows nearest to a place, in the order of their distance.
 *
 * @param distances squared
 */
@SuppressWarnings("ArrayRecordComponent")
record Nearest(int[] rows, double[] distances) {

    /**
     * The nearest rows, among some.
     *
     * @param most how many at most
     */
    static Nearest of(double[] place, double[][] features, int[] among, int most) {
        int[] nearest = new int[Math.min(most, among.length)];
        double[] distances = new double[nearest.length];
        int found = 0;
        for (int row : among) {
            double distance = Dot.squaredDistance(place, features[row]);
            if (found == nearest.length && !(distance < distances[found - 1])) {
                continue;
            }
            int at = found < nearest.length ? found++ : found - 1;
            while (at > 0 && distances[at - 1] > distance) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
                at--;
            }
            distances[at] = distance;
            nearest[at] = row;
        }
        return new Nearest(nearest, distances);
    }

    /** The mean of the values of the nearest rows, weighted by the inverse of their distance; of those at the place itself if there are. */
    double[] mean(double[][] values, int neighbours) {
        double[] mean = new double[values[0].length];
        double weights = 0;
        boolean here = distances[0] == 0;
        for (int i = 0; i < Math.min(neighbours, rows.length) && (!here || distances[i] == 0); i++) {
            double weight = here ? 1 : 1 / Math.sqrt(distances[i]);
            weights += weight;
            for (int j = 0; j < mean.length; j++) {
                mean[j] += weight * values[rows[i]][j];
            }
        }
        double sum = weights;
        return Arrays.stream(mean).map(value -> value / sum).toArray();
    }
}
