/**
 * Small encoders that are trained on frames without labels: hidden parts of a sample are predicted from the rest.
 * Samples are arrays; the results are a bundle and the losses. Equal samples and settings give equal bits on one
 * machine.
 *
 * <p>PyTorch runs the training through DJL; no other package uses it. Only jobs imports this package.
 */
@NullMarked
package org.spolia.embedding.pretraining;

import org.jspecify.annotations.NullMarked;
