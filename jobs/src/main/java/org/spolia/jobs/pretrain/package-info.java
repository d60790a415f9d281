/**
 * The stage pretrain: small encoders learn from shard tables without labels.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.pretrain;

import org.jspecify.annotations.NullMarked;
