/**
 * Metrics, effects of factors on scores, and hypothesis tests, as pure functions of arrays of numbers and a seed. Sums
 * run in a fixed order, so equal rows give equal bits. The package has no tables, expressions or I/O; experiment and
 * jobs call it.
 */
@NullMarked
package org.spolia.statistics;

import org.jspecify.annotations.NullMarked;
