/**
 * Probes of frozen embeddings: targets and embeddings in, rows of the tables probe_scores and encoder_similarity out,
 * as pure functions based on statistics. The order of the input does not matter. The package has no tables; jobs reads
 * the embeddings and writes the rows.
 */
@NullMarked
package org.spolia.experiment.probe;

import org.jspecify.annotations.NullMarked;
