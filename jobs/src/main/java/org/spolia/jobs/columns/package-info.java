/**
 * Rows of tables as Parquet files, whose long arrays are read and written page by page: Spark looks at each number of an array by itself, and
 * here those of a page, or of a row, are copied at once.
 */
@NullMarked
package org.spolia.jobs.columns;

import org.jspecify.annotations.NullMarked;
