/** What is computed about data sets of files. Only jobs imports it. */
@NullMarked
package org.spolia.experiment.shard;

import org.jspecify.annotations.NullMarked;
