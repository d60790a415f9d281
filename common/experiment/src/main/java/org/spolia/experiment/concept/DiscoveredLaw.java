package org.spolia.experiment.concept;

/**
 * A law that a trial found.
 *
 * @param expression infix, over the variables of the problem
 * @param rows the number of rows that it was fitted to
 * @param nmse the error on these rows
 */
public record DiscoveredLaw(String problemId, String trialId, String expression, int rows, double nmse) {}
