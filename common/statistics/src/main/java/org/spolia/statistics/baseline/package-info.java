/**
 * Models that predict without an equation, for the comparison of equations with black boxes: fitted on the same rows,
 * scored on the same splits. They also show which variables matter and how much of a target is noise. Each is small,
 * untuned, with the usual defaults and without random numbers. Experiment imports the package.
 */
@NullMarked
package org.spolia.statistics.baseline;

import org.jspecify.annotations.NullMarked;
