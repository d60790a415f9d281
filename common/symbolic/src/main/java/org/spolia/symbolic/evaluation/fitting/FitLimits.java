package org.spolia.symbolic.evaluation.fitting;

/**
 * When a fit stops: after {@code steps} steps, when {@code attempts} dampings in a row bring no gain, when the sum of
 * squares is at most {@code goal}, or when a step gains less than {@code relativeGain} of the sum of squares and moves
 * no parameter by more than {@code relativeChange} of itself.
 */
public record FitLimits(int steps, int attempts, double goal, double relativeGain, double relativeChange) {
    public FitLimits {
        if (steps < 1 || attempts < 1) {
            throw new IllegalArgumentException(
                    "A fit needs at least one step and one attempt: " + steps + ", " + attempts);
        }
    }

    /** A few steps for an offspring in a search. */
    public static FitLimits quick(int steps) {
        return new FitLimits(steps, 5, 0, 1e-3, Double.POSITIVE_INFINITY);
    }

    /** To the digits of the data. */
    public static FitLimits thorough(int steps) {
        return new FitLimits(steps, 60, 0, 1e-13, 1e-10);
    }
}
