/** The keys of a configuration about data sets: folders to shard, catalogues to match. */
@NullMarked
package org.spolia.experiment.configuration.data;

import org.jspecify.annotations.NullMarked;
