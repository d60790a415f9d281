package org.spolia.experiment.utility;

/**
 * What a trial reached.
 *
 * @param block what trials of a problem that differ in their operators alone have in common
 * @param g bounded score of its model, out of distribution or, where there is no such split, on the test split
 */
public record TrialScore(String problemId, String operatorSetId, String block, double g) {}
