/**
 * HATS catalogues: Parquet files by HEALPix cell, listed and examined as HDF5 files are.
 * Spark's own reader reads their rows.
 */
@NullMarked
package org.spolia.jobs.source.hats;

import org.jspecify.annotations.NullMarked;
