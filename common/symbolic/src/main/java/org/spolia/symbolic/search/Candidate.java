package org.spolia.symbolic.search;

import org.spolia.symbolic.expression.Expression;

/**
 * A model that a search ends with.
 *
 * @param expression the model
 * @param complexity its complexity: the number of its nodes, unless the options say otherwise
 * @param rank 1 for the best of its complexity, at most 5
 * @param loss the mean loss on all training rows: of squared errors, unless the sample says otherwise
 * @param pareto whether no model of smaller or equal complexity has a smaller loss
 */
public record Candidate(Expression expression, int complexity, int rank, double loss, boolean pareto) {}
