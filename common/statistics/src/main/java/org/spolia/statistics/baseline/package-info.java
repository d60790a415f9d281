/**
 * Models that predict without a law, to show laws beside black boxes: fitted on the same rows, scored on the same
 * splits. They also tell which variables matter and what of a target is noise. Each is small, has the defaults of its
 * kind and no random numbers; it is no competitor that was tuned. Experiment imports it.
 */
@NullMarked
package org.spolia.statistics.baseline;

import org.jspecify.annotations.NullMarked;
