package org.spolia.bench.solve;

/**
 * The model that a contender selected.
 *
 * @param seconds from the start to the answer
 * @param size the size as counted by the contender
 * @param expression the expression in the contender's syntax
 * @param inside the normalised error on other rows of the training ranges; infinite if a prediction is not finite
 * @param outside the same on rows out of distribution
 * @param front the least error out of distribution of all models of the contender's front; equal to {@code outside} if
 * it gives only one model
 */
record Answer(double seconds, int size, String expression, double inside, double outside, double front) {
    /** The answer of a contender that gives one model. */
    Answer(double seconds, int size, String expression, double inside, double outside) {
        this(seconds, size, expression, inside, outside, outside);
    }

    /** The answer of a contender that gives no model. */
    static Answer failed(double seconds, String reason) {
        return new Answer(seconds, 0, "failed: " + reason, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
