/** The stage shard, which reads HDF5 and HATS files into Delta tables. Only the command line imports this package. */
@NullMarked
package org.spolia.jobs.shard;

import org.jspecify.annotations.NullMarked;
