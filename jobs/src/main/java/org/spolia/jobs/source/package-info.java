/**
 * HDF5 files as Spark data sources: the formats {@code well}, {@code universe} and {@code hdf5}, in batches and
 * streams, on any file system that Hadoop supports. Columns that are not requested are not read, and files,
 * trajectories and steps that a filter excludes are not opened. Only {@code hdf5} knows the meaning of the datasets of
 * a file; this package knows no tables and no stages.
 */
@NullMarked
package org.spolia.jobs.source;

import org.jspecify.annotations.NullMarked;
