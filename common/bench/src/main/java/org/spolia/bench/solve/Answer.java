package org.spolia.bench.solve;

/**
 * The model that a contender selected.
 *
 * @param seconds from the start to the answer
 * @param size the size as counted by the contender
 * @param expression the expression in the contender's syntax
 * @param inside the normalised error on other rows of the training ranges; infinite if a prediction is not finite
 * @param outside the same on rows out of distribution
 */
record Answer(double seconds, int size, String expression, double inside, double outside) {}
