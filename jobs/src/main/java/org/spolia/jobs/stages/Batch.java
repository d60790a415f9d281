package org.spolia.jobs.stages;

/**
 * A batch of a row stage.
 *
 * @param number its number, which the same input rows keep
 * @param maybeRepeated whether it may have come before; only the first one after a start may have
 */
record Batch(long number, boolean maybeRepeated) {}
