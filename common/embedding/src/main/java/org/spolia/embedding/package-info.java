/**
 * Encoders and the embeddings of fields on grids and of objects: bundles of a model and its manifest, preparation and
 * pooling, windows of frames, and the models that a process has loaded.
 *
 * <p>DJL runs the models; only this package and its sub-packages use it. The package depends on neither Spark nor
 * tables: samples and embeddings are arrays of floats. Only jobs imports it.
 */
@NullMarked
package org.spolia.embedding;

import org.jspecify.annotations.NullMarked;
