/**
 * Encoder bundles as files of a warehouse, the encoders of configuration entries, and the devices of tasks. Embed,
 * pretrain, probe and plan share this package.
 */
@NullMarked
package org.spolia.jobs.encoder;

import org.jspecify.annotations.NullMarked;
