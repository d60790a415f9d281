/**
 * Small encoders that learn from frames without labels: what is hidden of a sample is foretold from the rest. Samples
 * come in as arrays, a bundle and the losses go out; equal samples and settings give equal bits on one machine.
 *
 * <p>PyTorch runs the training through DJL, and is known here alone. Only jobs imports it.
 */
@NullMarked
package org.spolia.embedding.pretraining;

import org.jspecify.annotations.NullMarked;
