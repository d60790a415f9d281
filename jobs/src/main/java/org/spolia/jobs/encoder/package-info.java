/**
 * Encoder bundles as files of a warehouse, the encoders that entries of configurations mean, and the device that a task runs them on.
 * Embed, pretrain, probe and plan share it.
 */
@NullMarked
package org.spolia.jobs.encoder;

import org.jspecify.annotations.NullMarked;
