package org.spolia.statistics;

/**
 * A confidence interval of a statistic.
 *
 * @param lower the lower end; NaN if the statistic is undefined in every resample
 * @param upper the upper end; NaN if the statistic is undefined in every resample
 * @param resamples the number of resamples in which the statistic is defined
 */
public record ConfidenceInterval(double lower, double upper, int resamples) {}
