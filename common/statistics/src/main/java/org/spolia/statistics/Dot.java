package org.spolia.statistics;

/**
 * Products of vectors of equal length. Four partial sums, combined in one order, give the same bits everywhere and do not wait for each
 * other as one would.
 */
public final class Dot {
    private static final int SUMS = 4;

    private Dot() {}

    /** The sum of the products of their elements. */
    public static double product(double[] a, double[] b) {
        return product(a, b, 0);
    }

    /** The same over the elements from one on. */
    public static double product(double[] a, double[] b, int from) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = from;
        for (; i <= a.length - SUMS; i += SUMS) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    /** The square of their Euclidean distance. */
    public static double squaredDistance(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        int i = 0;
        for (; i <= a.length - 2; i += 2) {
            sum0 += (a[i] - b[i]) * (a[i] - b[i]);
            sum1 += (a[i + 1] - b[i + 1]) * (a[i + 1] - b[i + 1]);
        }
        if (i < a.length) {
            sum0 += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum0 + sum1;
    }
}
