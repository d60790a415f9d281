/**
 * The stage pretrain, which trains small encoders on shard tables without labels. Only the command line imports this
 * package.
 */
@NullMarked
package org.spolia.jobs.pretrain;

import org.jspecify.annotations.NullMarked;
