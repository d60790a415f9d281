/**
 * The keys embeddings and pretraining of a configuration.
 * Records that mirror the keys of the file.
 */
@NullMarked
package org.spolia.experiment.configuration.encoder;

import org.jspecify.annotations.NullMarked;
