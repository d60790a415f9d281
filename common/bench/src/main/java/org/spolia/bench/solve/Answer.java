package org.spolia.bench.solve;

/**
 * The model that a contender chose.
 *
 * @param seconds from the start to the answer
 * @param size as the contender counts it
 * @param expression in the contender's own words
 * @param inside the error on other rows of the training ranges, in units of the target's variance; infinite if a prediction is not finite
 * @param outside the same on rows of the shifted ranges
 */
record Answer(double seconds, int size, String expression, double inside, double outside) {}
