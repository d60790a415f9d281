/**
 * Metrics, effects of factors on scores, and tests of hypotheses, as pure functions of arrays of numbers and a seed.
 * Sums run in a fixed order, so equal rows give equal bits. No tables, no expressions, no I/O; experiment and jobs call
 * it.
 */
@NullMarked
package org.spolia.statistics;

import org.jspecify.annotations.NullMarked;
