package org.spolia.symbolic.evaluation.fitting;

/**
 * The stopping rule of a fit: {@code steps} steps, {@code attempts} dampings in a row without a gain, a sum of squares
 * of at most {@code goal}, or a step that gains less than {@code relativeGain} of the sum of squares and changes no
 * parameter by more than {@code relativeChange} of its value.
 */
public record FitLimits(int steps, int attempts, double goal, double relativeGain, double relativeChange) {
    public FitLimits {
        if (steps < 1 || attempts < 1) {
            throw new IllegalArgumentException(
                    "A fit needs at least one step and one attempt: " + steps + ", " + attempts);
        }
    }

    /** Returns limits for the few steps of an offspring in a search. */
    public static FitLimits quick(int steps) {
        return new FitLimits(steps, 5, 0, 1e-3, Double.POSITIVE_INFINITY);
    }

    /** Returns limits for a fit to the digits of the data. */
    public static FitLimits thorough(int steps) {
        return new FitLimits(steps, 60, 0, 1e-13, 1e-10);
    }
}
