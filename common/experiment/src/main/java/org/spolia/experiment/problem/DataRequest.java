package org.spolia.experiment.problem;

/**
 * The requested data of a problem.
 *
 * @param trainRows rows of the training split, for formulas
 * @param testRows rows of each other split, for formulas
 * @param holdOut the share of measured rows in the test split
 * @param noise the standard deviation of the noise on the training target, as a share of the target's own; for formulas
 * @param seed the seed of the rows, their split and their noise
 */
public record DataRequest(int trainRows, int testRows, double holdOut, double noise, long seed) {}
