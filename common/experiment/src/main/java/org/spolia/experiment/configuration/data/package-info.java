/**
 * The keys of a configuration about data sets: folders to shard, catalogues to match.
 * Records that mirror the keys of the file.
 */
@NullMarked
package org.spolia.experiment.configuration.data;

import org.jspecify.annotations.NullMarked;
