package org.spolia.symbolic.evaluation.fitting;

/**
 * A fitted model.
 *
 * @param parameters the parameters in the order of the model's names
 * @param residualSquares the sum of the squared residuals; positive infinity if the starting point is outside the
 * model's domain
 * @param standardErrors the standard errors of the parameters, from JᵀJ and the residual variance; NaN without degrees
 * of freedom
 * @param steps accepted and failed Gauss-Newton steps
 */
public record Fit(double[] parameters, double residualSquares, double[] standardErrors, int steps) {}
