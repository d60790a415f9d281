/**
 * HDF5 files as Spark reads them: the formats {@code well}, {@code universe} and {@code hdf5}, in batches and streams, on any file
 * system that Hadoop knows.
 * Columns that are not asked for are not read, and files, trajectories and steps that a filter rules out are not opened.
 * What the datasets of a file mean is not known here but in {@code hdf5}; no table and no stage is known either.
 */
@NullMarked
package org.spolia.jobs.source;

import org.jspecify.annotations.NullMarked;
