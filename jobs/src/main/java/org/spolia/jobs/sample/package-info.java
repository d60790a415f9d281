/**
 * Samples of shard tables as encoders and probes use them: keys, columns, readers, targets. Embed, pretrain and probe
 * share this package.
 */
@NullMarked
package org.spolia.jobs.sample;

import org.jspecify.annotations.NullMarked;
