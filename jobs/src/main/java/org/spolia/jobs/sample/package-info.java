/**
 * Samples of shard tables as encoders and probes take them: keys, columns, readers, targets.
 * Embed, pretrain and probe share it.
 */
@NullMarked
package org.spolia.jobs.sample;

import org.jspecify.annotations.NullMarked;
