package org.spolia.statistics;

/**
 * Vector arithmetic. The sum of a product uses four partial sums that are combined in a fixed order: they give the same
 * bits everywhere, and their additions do not wait for each other.
 */
public final class Vectors {
    private static final int SUMS = 4;

    private Vectors() {}

    /** The sum of the products of their elements. */
    public static double dot(double[] a, double[] b) {
        return dot(a, b, 0);
    }

    /** The same over the elements from one on. */
    public static double dot(double[] a, double[] b, int from) {
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

    /** The Gram matrix: the products of all pairs of rows. */
    public static double[][] gram(double[][] rows) {
        double[][] gram = new double[rows.length][rows.length];
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b <= a; b++) {
                gram[a][b] = dot(rows[a], rows[b]);
                gram[b][a] = gram[a][b];
            }
        }
        return gram;
    }

    /** Adds a multiple of the first elements of a vector, as many as there is room for. */
    public static void addScaled(double[] to, double factor, double[] vector) {
        addScaled(to, factor, vector, 0);
    }

    /** The same from one element on. */
    public static void addScaled(double[] to, double factor, double[] vector, int from) {
        for (int i = from; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }
}
