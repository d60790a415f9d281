/**
 * What frozen vectors are worth: targets and vectors in, rows of the tables probe_scores and encoder_similarity out, as pure functions put
 * together from statistics. The order of what comes in does not matter. No table; jobs reads the vectors and writes the rows.
 */
@NullMarked
package org.spolia.experiment.probe;

import org.jspecify.annotations.NullMarked;
