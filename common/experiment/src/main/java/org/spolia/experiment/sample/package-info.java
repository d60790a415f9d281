/** The keys of samples, which connect embeddings, targets and pictures. */
@NullMarked
package org.spolia.experiment.sample;

import org.jspecify.annotations.NullMarked;
