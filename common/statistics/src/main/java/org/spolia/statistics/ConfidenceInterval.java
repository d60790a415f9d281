package org.spolia.statistics;

/**
 * Where a statistic may lie.
 *
 * @param lower end; NaN when no resample had the statistic
 * @param upper end; NaN when no resample had the statistic
 * @param resamples that had the statistic
 */
public record ConfidenceInterval(double lower, double upper, int resamples) {}
