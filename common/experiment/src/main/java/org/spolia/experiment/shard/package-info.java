/** Statistics of data sets of files. Only jobs imports it. */
@NullMarked
package org.spolia.experiment.shard;

import org.jspecify.annotations.NullMarked;
