package org.spolia.symbolic.library.part;

import java.util.Arrays;

/**
 * The target of a scan. Parts are multiplied by the weights, and what the weights themselves explain is removed.
 *
 * @param weights of mean square 1; all 1 unless the parts multiply a base
 * @param target what is left of the target, of mean square 1
 * @param base the values of the base; empty without one
 */
record Frame(double[] weights, double[] target, double[] base) {
    static Frame plain(double[] standardised) {
        double[] weights = new double[standardised.length];
        Arrays.fill(weights, 1);
        return new Frame(weights, standardised, new double[0]);
    }

    /** @param standardised the target of mean 0 and variance 1 */
    static Frame onto(double[] standardised, double[] base, boolean multiplied, int rows) {
        double[] weights = new double[base.length];
        double mean = 0;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            mean += base[row] / rows;
            squares += base[row] * base[row] / rows;
        }
        double rms = Math.sqrt(squares);
        double variance = 0;
        double along = 0;
        for (int row = 0; row < rows; row++) {
            variance += (base[row] - mean) * (base[row] - mean) / rows;
            along += (base[row] - mean) * standardised[row] / rows;
        }
        double[] left = new double[base.length];
        double leftSquares = 0;
        for (int row = 0; row < rows; row++) {
            weights[row] = multiplied ? base[row] / rms : 1;
            left[row] = standardised[row] - along / variance * (base[row] - mean);
            leftSquares += left[row] * left[row] / rows;
        }
        double size = Math.sqrt(leftSquares);
        for (int row = 0; row < rows; row++) {
            left[row] /= size;
        }
        return new Frame(weights, left, base);
    }

    boolean hasBase() {
        return base.length > 0;
    }

    boolean isSound(int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += weights[row] + target[row];
        }
        return Double.isFinite(sum);
    }
}
