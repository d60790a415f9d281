/**
 * The sections of the report about embeddings and probes.
 * Each is one query and one drawing.
 */
@NullMarked
package org.spolia.experiment.report.vector;

import org.jspecify.annotations.NullMarked;
