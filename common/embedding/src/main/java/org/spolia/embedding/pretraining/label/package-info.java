/**
 * Encoders and heads that are trained on labels of a target: fine-tuning, perceptrons, attention pooling, emulators.
 * The stage probe calls it.
 */
@NullMarked
package org.spolia.embedding.pretraining.label;

import org.jspecify.annotations.NullMarked;
