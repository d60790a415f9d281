/**
 * Encoders, and what they make of fields on grids and of objects: bundles of a model and its manifest, what is done to
 * values before and after, windows of frames, and the models that a process has loaded.
 *
 * <p>DJL runs the models and is known here alone. No Spark and no tables: samples come in and embeddings go out as
 * arrays of floats. Only jobs imports it.
 */
@NullMarked
package org.spolia.embedding;

import org.jspecify.annotations.NullMarked;
