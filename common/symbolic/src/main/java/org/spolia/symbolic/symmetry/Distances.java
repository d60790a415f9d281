package org.spolia.symbolic.symmetry;

import java.util.Arrays;

/** Distances between the rows of some columns. */
public final class Distances {
    private Distances() {}

    /**
     * Writes the squared Euclidean distance of each row from one of them to {@code out}; {@code points} are columns.
     */
    public static void squared(double[][] points, int row, double[] out) {
        Arrays.fill(out, 0);
        for (double[] point : points) {
            double centre = point[row];
            for (int other = 0; other < out.length; other++) {
                double difference = point[other] - centre;
                out[other] += difference * difference;
            }
        }
    }
}
