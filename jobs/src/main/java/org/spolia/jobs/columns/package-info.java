/**
 * Rows of tables as Parquet files with page-by-page reading and writing of long arrays. Spark processes each number of
 * an array separately; this package copies all numbers of a page, or of a row, at once.
 */
@NullMarked
package org.spolia.jobs.columns;

import org.jspecify.annotations.NullMarked;
