package org.spolia.experiment.utility;

/**
 * The score of a trial.
 *
 * @param block what trials of a problem that differ only in their operators share
 * @param g the bounded score of its model, out of distribution or, without such a split, on the test split
 */
public record TrialScore(String problemId, String operatorSetId, String block, double g) {}
