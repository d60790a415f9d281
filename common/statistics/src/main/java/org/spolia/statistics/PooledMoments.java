package org.spolia.statistics;

import java.io.Serializable;

/**
 * Count, mean and squared deviations of values, in double precision. The moments of a whole follow from those of its
 * parts (Chan, Golub and LeVeque, The American Statistician 37 (1983) 242). Sums run in the order of the values, so
 * that equal parts in equal order give equal bits. A value that is NaN or infinite makes both numbers NaN.
 *
 * @param count the number of values
 * @param mean the mean of the values; 0 if there are none
 * @param squares the sum of the squared distances from the mean
 */
public record PooledMoments(long count, double mean, double squares) implements Serializable {
    public static final PooledMoments NONE = new PooledMoments(0, 0, 0);

    /** Computes the moments of values in two passes. */
    public static PooledMoments of(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        double mean = sum / Math.max(1, values.length);
        double squares = 0;
        double rest = 0;
        for (float value : values) {
            double distance = value - mean;
            squares += distance * distance;
            rest += distance;
        }
        return corrected(values.length, mean, squares, rest);
    }

    /** Computes the moments of the differences of two arrays of equal length. */
    public static PooledMoments ofChanges(float[] before, float[] after) {
        double sum = 0;
        for (int i = 0; i < after.length; i++) {
            sum += (double) after[i] - before[i];
        }
        double mean = sum / Math.max(1, after.length);
        double squares = 0;
        double rest = 0;
        for (int i = 0; i < after.length; i++) {
            double distance = ((double) after[i] - before[i]) - mean;
            squares += distance * distance;
            rest += distance;
        }
        return corrected(after.length, mean, squares, rest);
    }

    /** Corrects for the rounding of the mean; no sum of floats overflows a double. */
    private static PooledMoments corrected(int count, double mean, double squares, double rest) {
        if (Double.isNaN(squares) || Double.isInfinite(mean)) {
            return new PooledMoments(count, Double.NaN, Double.NaN);
        }
        return new PooledMoments(count, mean, squares - rest * rest / Math.max(1, count));
    }

    /** Combines these moments with others. */
    public PooledMoments with(PooledMoments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long all = count + other.count;
        double share = (double) other.count / all;
        double distance = other.mean - mean;
        return new PooledMoments(
                all, mean + distance * share, squares + other.squares + distance * distance * count * share);
    }

    /** Returns whether every value was finite. */
    public boolean isFinite() {
        return Double.isFinite(mean) && Double.isFinite(squares);
    }

    /** The population standard deviation of the values; NaN for no values. */
    public double deviation() {
        return Math.sqrt(squares / count);
    }

    /** The root of the mean square of the values; NaN for no values. */
    public double rootMeanSquare() {
        return Math.sqrt(squares / count + mean * mean);
    }
}
