package org.spolia.experiment.problem;

/**
 * Which data of a problem.
 *
 * @param trainRows rows that the search sees, for formulas
 * @param testRows rows of each other split, for formulas
 * @param holdOut share of measured rows that is kept for the test split
 * @param noise standard deviation of the noise on the training target, as a share of the target's own; for formulas
 * @param seed of the rows, their split and their noise
 */
public record DataRequest(int trainRows, int testRows, double holdOut, double noise, long seed) {}
