/**
 * Rows with long arrays, read from Parquet files page by page: Spark's reader looks at each number of an array by itself, and this one copies
 * those of a page at once.
 */
@NullMarked
package org.spolia.jobs.columns;

import org.jspecify.annotations.NullMarked;
