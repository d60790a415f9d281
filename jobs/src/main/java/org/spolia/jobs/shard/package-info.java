/**
 * The stage shard: HDF5 and HATS files become Delta tables.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.shard;

import org.jspecify.annotations.NullMarked;
