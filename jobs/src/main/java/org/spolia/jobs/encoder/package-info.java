/**
 * Encoder bundles as files of a warehouse, and the device that a task runs them on.
 * Embed and pretrain share it.
 */
@NullMarked
package org.spolia.jobs.encoder;

import org.jspecify.annotations.NullMarked;
