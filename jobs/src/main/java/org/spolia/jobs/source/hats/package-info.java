/**
 * HATS catalogues: Parquet files by HEALPix cell, listed and examined like HDF5 files. Spark's own reader reads their
 * rows.
 */
@NullMarked
package org.spolia.jobs.source.hats;

import org.jspecify.annotations.NullMarked;
