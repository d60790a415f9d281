package org.spolia.statistics;

import java.util.Arrays;

/** The quality of a segmentation of samples, over all points of all samples together. */
public final class Segmentation {
    private Segmentation() {}

    /**
     * Returns for each class the number of points that have it in both over the number that have it in at least one
     * (the Jaccard index); NaN for a class without points.
     *
     * @param prediction a class from 0 for each point, in any order
     * @param target the same for the same points
     * @param classes the number of classes
     */
    public static double[] intersectionOverUnion(int[] prediction, int[] target, int classes) {
        if (prediction.length != target.length) {
            throw new IllegalArgumentException("Prediction has " + prediction.length + " places, target has "
                    + target.length + "; they must match");
        }
        long[] both = new long[classes];
        long[] either = new long[classes];
        for (int i = 0; i < target.length; i++) {
            either[target[i]]++;
            if (prediction[i] == target[i]) {
                both[target[i]]++;
                continue;
            }
            either[prediction[i]]++;
        }
        double[] shares = new double[classes];
        for (int i = 0; i < classes; i++) {
            shares[i] = (double) both[i] / either[i];
        }
        return shares;
    }

    /** The mean over the classes with points; NaN if there are none. */
    public static double mean(double[] shares) {
        return Arrays.stream(shares)
                .filter(share -> !Double.isNaN(share))
                .average()
                .orElse(Double.NaN);
    }
}
