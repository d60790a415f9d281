package org.spolia.statistics;

import java.util.Arrays;

/** How well the places of samples are told apart, all places of all samples together. */
public final class Segmentation {
    private Segmentation() {}

    /**
     * For each class the places that have it in both over those that have it in one or both (the Jaccard index); NaN
     * for a class that no place has in either.
     *
     * @param prediction a class from 0 for each place, in any order
     * @param target the same for the same places
     * @param classes how many there are
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

    /** The mean over the classes that exist; NaN if none does. */
    public static double mean(double[] shares) {
        return Arrays.stream(shares)
                .filter(share -> !Double.isNaN(share))
                .average()
                .orElse(Double.NaN);
    }
}
