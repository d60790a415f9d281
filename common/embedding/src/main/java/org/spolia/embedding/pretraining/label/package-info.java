/**
 * Encoders and heads that learn a target from labels: fine-tuning, perceptrons, attention pooling, emulators.
 * The stage probe calls it.
 */
@NullMarked
package org.spolia.embedding.pretraining.label;

import org.jspecify.annotations.NullMarked;
